import type { CentreHeard, Position, ProjectionStatus, RebuildState, ResultOf } from '@demarche/contracts';
import type { Feed } from '@demarche/messaging';
import { type AgainstRecord, againstRecord } from './against-record.ts';
import { answeringSoon } from './answering-soon.ts';
import { lastEventOf } from './last-event.ts';
import { recordSpan } from './moments.ts';
import type { ViewSettings } from './open-view-database.ts';
import type { Views } from './open-views.ts';
import { parkedStreams } from './parking.ts';
import type { ViewReader } from './view-reader.ts';
import { isBeyondRecord, wrongOnRecord } from './views-of-another-record.ts';

/** What the query `projection-status` answers, and what readiness is judged by beside it. */
export interface ProjectionsStatus extends ResultOf<typeof ProjectionStatus> {
  /** Whether questions are answered at all. */
  readonly serving: boolean;
  /** What the record says of them: an older backup of it may have been restored behind their back. */
  readonly againstRecord: AgainstRecord;
  /** Why the views do not move at the moment, as the error said it, or that they must not on this record. */
  readonly trouble: string | null;
  /** Null while nothing is served. */
  readonly settings: ViewSettings | null;
  /** How the rebuild under way does, or how the last one since the start ended. */
  readonly rebuild: RebuildState | null;
}

interface StatusSources {
  readonly views: Views;
  readonly feed: Feed;
  readonly rebuild: RebuildState | null;
  readonly trouble: string | null;
  readonly centre: () => Promise<CentreHeard | null>;
}

const NOTHING = {
  last: { position: 0, eventId: null },
  state: { position: 0, recordedAt: null, heldSince: null, events: 0, parked: [] },
};

export const projectionsStatus = async ({
  views,
  feed,
  rebuild,
  trouble,
  centre,
}: StatusSources): Promise<ProjectionsStatus> => {
  // Whoever asks how the views do is not to wait for the record.
  const record = answeringSoon(feed);
  const [before, heard] = await Promise.all([record.head(), centre()]);
  const live = views.live();
  const { last, state } = live ? views.read(lookAt) : NOTHING;
  const { position } = last;
  // What was recorded and taken in between is not held too much.
  const head = before !== null && before < position ? await record.head() : before;
  const told = await againstRecord(record, last, head);
  const lag = lagOf(told, head, position);
  return {
    ...state,
    lag,
    beyondRecord: isBeyondRecord(told),
    centre: heard,
    rebuilding: rebuildingOf(rebuild, views.names),
    serving: live !== undefined,
    againstRecord: told,
    trouble: wrongOnRecord(told, position) ?? trouble ?? refillOf(head, position, lag),
    rebuild,
    settings: live?.settings ?? null,
  };
};

/** Null where the record does not tell, or not of these views: they are of another, or the bus that stands in for it ends before. */
const lagOf = (told: AgainstRecord, head: Position | null, position: Position): number | null =>
  head === null || head < position || told === 'another' ? null : head - position;

/** What is told of such a bus: it did say how far it goes. */
const refillOf = (end: Position | null, position: Position, lag: number | null): string | null =>
  end === null || lag !== null
    ? null
    : `The bus here ends at position ${end}, the views at ${position}: it is being filled again, and they answer meanwhile. Where it comes no further, does the line stand, or was the centre restored from an older backup?`;

const lookAt = (reader: ViewReader) => ({ last: lastEventOf(reader), state: stateOf(reader) });

const stateOf = (reader: ViewReader) => ({
  ...(reader.prepare('SELECT position, events FROM engine_checkpoint').get() as { position: Position; events: number }),
  ...recordSpan(reader),
  parked: parkedStreams(reader),
});

const rebuildingOf = (rebuild: RebuildState | null, all: readonly string[]) => {
  if (rebuild?.state !== 'running' || rebuild.target === 0) return [];
  const { view, done, target } = rebuild;
  return (view ? [view] : all).map((name) => ({ view: name, done, target }));
};
