import type { Position } from '@demarche/contracts';
import type { Feed, FeedBatch } from '@demarche/messaging';
import type { Tables } from './open-view-database.ts';
import type { Views } from './open-views.ts';
import { BuiltInBulkFailed } from './project-events.ts';
import { CALLED_OFF } from './rebuilds.ts';

export interface Build {
  readonly feed: Feed;
  readonly views: Views;
  /** Builds this view alone, beside the others as they are. */
  readonly view?: string | undefined;
  readonly batchSize: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: Position, target: Position) => void;
}

/**
 * Builds all views anew in a file beside the live one, which answers until then, and lets the new one take over in the
 * same breath in which it has caught up: no reader ever sees an older state than before.
 * @returns whether the new one took over; false when it was called off before
 * @throws what the feed and the file throw. The unfinished file is then gone on with by the next build.
 */
export const buildGeneration = async (build: Build): Promise<boolean> => {
  // Making the indexes at the end takes seconds of a long record, in which nobody else would be answered.
  if (build.views.live()) return buildWith('indexed', build);
  try {
    return await buildWith('bulk', build);
  } catch (error) {
    if (error instanceof BuiltInBulkFailed) return buildWith('indexed', build);
    throw error;
  }
};

const buildWith = async (
  tables: Tables,
  { feed, views, view, batchSize, signal, onProgress }: Build,
): Promise<boolean> => {
  const headAtStart = await feed.head();
  const built = await views.beginGeneration(view, tables);
  const done = new AbortController();
  const takeOver = (): boolean => {
    const target = views.needsRebuild() ? headAtStart : (views.live()?.checkpoint() ?? headAtStart);
    onProgress(built.checkpoint(), target);
    if (built.checkpoint() < target) return false;
    built.makeIndexes();
    views.adopt(built);
    done.abort();
    return true;
  };
  const handle = async ({ events }: FeedBatch) => {
    built.apply(events);
    takeOver();
  };
  try {
    const either = AbortSignal.any([signal, done.signal]);
    if (!takeOver()) await feed.follow({ after: built.checkpoint(), batchSize, signal: either, handle });
    return done.signal.aborted;
  } catch (error) {
    if (error instanceof BuiltInBulkFailed) {
      views.discard(built);
      done.abort();
    }
    throw error;
  } finally {
    if (!done.signal.aborted) views.abandon(built, { calledOff: signal.reason === CALLED_OFF });
  }
};
