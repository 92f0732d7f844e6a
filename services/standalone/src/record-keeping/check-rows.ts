import { EventMetadata, type RecordedEvent, readEvent } from '@demarche/contracts';
import { deriveEventId } from '@demarche/event-store';
import type { StoreSnapshot } from '@demarche/event-store/sqlite';
import type { z } from 'zod';
import type { Progress } from './record-files.ts';

/** One thing that is wrong with a record. `position` is that of the event, where it is one. */
export interface Finding {
  readonly code:
    | 'file-damaged'
    | 'position-missing'
    | 'event-damaged'
    | 'event-unreadable'
    | 'metadata-faulty'
    | 'revision-out-of-order'
    | 'id-not-of-its-command'
    | 'views-differ'
    | 'views-ahead'
    | 'stream-parked';
  readonly position?: number;
  readonly message: string;
}

const PAGE = 1_000;

/** Everything that can be said of each event by itself and of its place; each finding is told as it is met. */
export const checkRows = (
  snapshot: Pick<StoreSnapshot, 'head' | 'rows'>,
  found: (finding: Finding) => void,
  progress: Progress,
): void => {
  const check = rowChecks(found);
  let after = 0;
  while (after < snapshot.head) {
    const rows = readOn(snapshot, after, found);
    for (const row of rows) {
      if (row.position !== after + 1) {
        found({ code: 'position-missing', position: after + 1, message: missing(after + 1, row.position - 1) });
      }
      after = row.position;
      if ('event' in row) check(row.event);
      else found({ code: 'event-damaged', position: row.position, message: row.fault });
    }
    if (rows.length === 0) break;
    progress('Reading every event', after / snapshot.head);
  }
  if (after < snapshot.head) {
    found({ code: 'position-missing', position: after + 1, message: missing(after + 1, snapshot.head) });
  }
};

const missing = (from: number, to: number): string =>
  from === to ? `the event at position ${from} is missing` : `the events at positions ${from} to ${to} are missing`;

const readOn = ({ rows }: Pick<StoreSnapshot, 'rows'>, after: number, found: (finding: Finding) => void) => {
  try {
    return rows(after, PAGE);
  } catch (error) {
    found({ code: 'file-damaged', message: `from position ${after + 1} on: ${(error as Error).message}` });
    return [];
  }
};

const rowChecks = (found: (finding: Finding) => void) => {
  const revisionFault = revisionChecks();
  const idFault = idChecks();
  return (event: RecordedEvent): void => {
    const { position } = event;
    const tell = (code: Finding['code'], message: string | undefined): void => {
      if (message) found({ code, position, message });
    };
    tell('revision-out-of-order', revisionFault(event));
    const parsed = EventMetadata.safeParse(event.metadata);
    if (!parsed.success) return tell('metadata-faulty', faultOf(parsed.error));
    tell('id-not-of-its-command', idFault(event));
    tell('event-unreadable', whyUnreadable(event));
  };
};

const faultOf = ({ issues }: z.ZodError): string => `its metadata is faulty: ${issues[0]?.path.join('.')}`;

const revisionChecks = () => {
  const revisions = new Map<string, number>();
  return ({ stream, revision }: RecordedEvent): string | undefined => {
    const expected = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return revision === expected ? undefined : `${stream} goes on with revision ${revision} where ${expected} belongs`;
  };
};

/** The events of one command lie behind one another, and are counted. */
const idChecks = () => {
  let command = '';
  let index = 0;
  return ({ eventId, metadata }: RecordedEvent): string | undefined => {
    index = metadata.commandId === command ? index + 1 : 0;
    command = metadata.commandId;
    const isDerived = eventId === deriveEventId(command, index);
    return isDerived ? undefined : `its id ${eventId} is not the one that its command gives`;
  };
};

const whyUnreadable = ({ type, data, metadata }: RecordedEvent): string | undefined => {
  try {
    readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};
