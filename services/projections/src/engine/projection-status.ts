import type { Position, ProjectionStatus, RebuildState, ResultOf } from '@demarche/contracts';
import type { Feed } from '@demarche/messaging';
import { soon } from '@demarche/service-kit';
import { recordSpan } from './moments.ts';
import type { ViewSettings } from './open-view-database.ts';
import type { Views } from './open-views.ts';
import { parkedStreams } from './parking.ts';
import type { ViewReader } from './view-reader.ts';

/** What the query `projection-status` answers, and what readiness is judged by beside it. */
export interface ProjectionsStatus extends ResultOf<typeof ProjectionStatus> {
  /** Whether questions are answered at all. */
  readonly serving: boolean;
  /** They hold what is not on record: an older backup of the record was restored behind their back. */
  readonly aheadOfRecord: boolean;
  /** Why the views do not move at the moment, as the error said it. */
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
}

const EMPTY = {
  position: 0,
  recordedAt: null,
  heldSince: null,
  events: 0,
  parked: [],
};

export const projectionsStatus = async ({
  views,
  feed,
  rebuild,
  trouble,
}: StatusSources): Promise<ProjectionsStatus> => {
  const before = await headSoon(feed);
  const live = views.live();
  const state = live ? views.read(stateOf) : EMPTY;
  const { position } = state;
  // What was recorded and taken in between is not held too much.
  const head = before !== null && before < position ? await headSoon(feed) : before;
  return {
    ...state,
    ...distance(head, position),
    rebuilding: rebuildingOf(rebuild, views.names),
    serving: live !== undefined,
    trouble,
    rebuild,
    settings: live?.settings ?? null,
  };
};

const distance = (head: Position | null, position: Position) => ({
  lag: head === null ? null : Math.max(0, head - position),
  aheadOfRecord: head !== null && head < position,
});

const SOON_MS = 500;

/** How far the record goes; null where it does not say so soon. Whoever asks how the views do is not to wait for the record. */
const headSoon = (feed: Feed): Promise<Position | null> =>
  soon(
    feed.head().catch(() => null),
    SOON_MS,
    null,
  );

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
