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
import { wrongOnRecord } from './views-of-another-record.ts';

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
  return {
    ...state,
    lag: head === null ? null : Math.max(0, head - position),
    centre: heard,
    rebuilding: rebuildingOf(rebuild, views.names),
    serving: live !== undefined,
    againstRecord: told,
    trouble: wrongOnRecord(told, position) ?? trouble,
    rebuild,
    settings: live?.settings ?? null,
  };
};

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
