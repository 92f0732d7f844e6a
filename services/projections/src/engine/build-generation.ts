import type { Position } from '@demarche/contracts';
import type { Feed, FeedBatch } from '@demarche/messaging';
import { againstRecord } from './against-record.ts';
import { type BuildThreads, buildInThreads } from './build-in-threads.ts';
import { isDamage } from './in-transaction.ts';
import type { Tables } from './open-view-database.ts';
import type { Views } from './open-views.ts';
import { BuiltInBulkFailed } from './project-events.ts';
import type { Projector } from './projector.ts';
import { CALLED_OFF } from './rebuilds.ts';
import type { ViewFile } from './view-file.ts';
import { ViewsOfAnotherRecord, wrongOnRecord } from './views-of-another-record.ts';

export interface Build {
  readonly feed: Feed;
  readonly views: Views;
  /** Builds this view alone, beside the others as they are. */
  readonly view?: string | undefined;
  readonly batchSize: number;
  /** For long builds of all views. Without them, everything happens in this thread. */
  readonly threads?: { readonly settings: BuildThreads; readonly projectors: readonly Projector[] } | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: Position, target: Position) => void;
}

/**
 * Builds all views anew in a file beside the live one, which answers until then, and lets the new one take over in the
 * same breath in which it has caught up: no reader ever sees an older state than before.
 * @returns whether the new one took over; false when it was called off before
 * @throws what the feed and the file throw. The unfinished file is then gone on with by the next build, unless it is damaged.
 */
export const buildGeneration = async (build: Build): Promise<boolean> => {
  try {
    if (!(await prepareInThreads(build))) return false;
    // Making the indexes at the end takes seconds of a long record, in which nobody else would be answered.
    return await buildWith(build.views.live() ? 'indexed' : 'bulk', build);
  } catch (error) {
    if (error instanceof BuiltInBulkFailed) return buildWith('indexed', build);
    throw error;
  }
};

/** A long build of all views goes as far as the record goes now; the rest comes as it does to a build left unfinished. */
const prepareInThreads = async ({ feed, views, view, threads, signal, onProgress }: Build): Promise<boolean> => {
  const until = await feed.head();
  const isLong = threads !== undefined && until >= threads.settings.fromEvents;
  const goesOnAlone = views.unfinished()?.file !== undefined;
  if (!isLong || view !== undefined || goesOnAlone) return true;
  const { settings, projectors } = threads;
  const { path } = views;
  const number = views.nextNumber();
  const finished = await buildInThreads({
    threads: settings,
    projectors,
    path,
    number,
    until,
    signal,
    onProgress: (done) => onProgress(done, until),
  });
  if (finished) views.takeUnfinished();
  else if (signal.reason === CALLED_OFF) views.callOffParts();
  return finished;
};

/** Whether what was built so far must not be gone on with. */
const isOfNoUse = (error: unknown): boolean => error instanceof BuiltInBulkFailed || isDamage(error);

/** Waits for the record, without which nothing is built: what is gone on with is compared only here. */
const whatIsWrong = async ({ feed }: Build, views: ViewFile): Promise<string | null> => {
  const end = views.lastEvent();
  return wrongOnRecord(await againstRecord(feed, end), end.position);
};

/**
 * Of one view, beside copies of the others, where these are of this record; what was begun on another is begun anew.
 * @throws ViewsOfAnotherRecord
 */
const begin = async (build: Build, tables: Tables): Promise<ViewFile> => {
  const { views, view } = build;
  const live = views.live();
  const wrong = view !== undefined && live ? await whatIsWrong(build, live) : null;
  if (wrong !== null) throw new ViewsOfAnotherRecord(wrong);
  const left = await views.beginGeneration(view, tables);
  try {
    if ((await whatIsWrong(build, left)) === null) return left;
  } catch (error) {
    if (isOfNoUse(error)) views.discard(left);
    else views.abandon(left, { calledOff: build.signal.reason === CALLED_OFF });
    throw error;
  }
  views.discard(left);
  return views.beginGeneration(view, tables);
};

const buildWith = async (tables: Tables, build: Build): Promise<boolean> => {
  const { feed, views, batchSize, signal, onProgress } = build;
  const headAtStart = await feed.head();
  const built = await begin(build, tables);
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
    if (isOfNoUse(error)) {
      views.discard(built);
      done.abort();
    }
    throw error;
  } finally {
    if (!done.signal.aborted) views.abandon(built, { calledOff: signal.reason === CALLED_OFF });
  }
};
