import type { Position } from '@demarche/contracts';
import type { Feed, FeedBatch, Signals } from '@demarche/messaging';
import { spanAttributes, spanNames, traced } from '@demarche/telemetry';
import { buildGeneration } from './build-generation.ts';
import { keepTrying } from './keep-trying.ts';
import type { Views } from './open-views.ts';
import { positionWaiters } from './position-waiters.ts';
import type { Applied } from './project-events.ts';
import { type BuildProgress, type ProjectionsStatus, projectionsStatus } from './projection-status.ts';

export interface ProjectionsOptions {
  readonly feed: Feed;
  readonly views: Views;
  readonly signals: Signals;
  /** At most so many events in one transaction, whatever the occasion. Without it, the occasion decides. */
  readonly batchSize?: number;
  /** How long to wait after the feed or the file failed. */
  readonly retryAfterMs?: number;
  /** Told each time the feed or the file failed; the views go on where they were. */
  readonly onTrouble?: (error: unknown) => void;
}

/** The views, kept up to date until stopped. */
export interface Projections {
  /** Resolves true as soon as the views hold everything up to the position, false when they do not within the time. */
  waitFor(position: Position, withinMs: number): Promise<boolean>;
  status(): Promise<ProjectionsStatus>;
  /** Tries parked events again, of one view or of all, in order. */
  replayParked(view?: string): void;
  /**
   * Builds all views anew beside the live ones. Resolves true once the new ones answer, false when stopped before.
   * Asked again meanwhile, it is the same rebuild.
   */
  rebuild(): Promise<boolean>;
  /** Resolves once the last batch is committed. The views stay open. */
  stop(): Promise<void>;
}

/** Questions wait for the batch under way. */
const BATCH = 500;

/** While questions are answered, a rebuild holds them up for a batch at most: short ones, so that nobody notices. */
const BATCH_BESIDE_READS = 100;

/** While there are no views to ask, nobody waits: long batches write a page once on which many events leave something. */
const BATCH_UNSERVED = 5_000;

export const runProjections = ({
  feed,
  views,
  signals,
  batchSize,
  retryAfterMs = 1_000,
  onTrouble = () => {},
}: ProjectionsOptions): Projections => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const waiters = positionWaiters(() => views.live()?.checkpoint() ?? -1);
  let building: BuildProgress | null = null;
  let trouble: string | null = null;
  let rebuilding: Promise<boolean> | undefined;

  const persistence = {
    signal,
    retryAfterMs,
    onTrouble(error: unknown) {
      trouble = error instanceof Error ? error.message : String(error);
      onTrouble(error);
    },
  };
  const announce = ({ position, countries, subjects }: Applied) => {
    trouble = null;
    waiters.reached(position);
    if (subjects.length > 0 || countries.length > 0) signals.publish({ position, countries, subjects });
  };
  const applyToLive = async ({ events }: FeedBatch) => {
    const details = { [spanAttributes.eventCount]: events.length };
    const applied = traced(spanNames.project, details, () => views.live()?.apply(events));
    if (applied) announce(applied);
  };
  const onProgress = (done: Position, target: Position) => {
    building = { done, target };
  };
  const build = async (): Promise<boolean> => {
    try {
      const size = Math.min(batchSize ?? BATCH_UNSERVED, views.live() ? BATCH_BESIDE_READS : BATCH_UNSERVED);
      const options = { feed, views, batchSize: size, signal, onProgress };
      const tookOver = await traced(spanNames.rebuild, {}, () => buildGeneration(options));
      if (tookOver) announce({ position: views.live()?.checkpoint() ?? 0, countries: [], subjects: [] });
      return tookOver;
    } finally {
      building = null;
    }
  };
  const replayParked = (view?: string) => {
    const live = views.live();
    if (live) announce(live.replayParked(view));
  };
  const run = async () => {
    if (views.needsRebuild()) await keepTrying(async () => void (await build()), persistence);
    // A new release may be able to take what the one before could not.
    await keepTrying(async () => replayParked(), persistence);
    await keepTrying(
      () =>
        feed.follow({
          after: views.live()?.checkpoint() ?? 0,
          batchSize: batchSize ?? BATCH,
          signal,
          handle: applyToLive,
        }),
      persistence,
    );
  };
  const running = run();

  return {
    waitFor: waiters.waitFor,
    status: () => projectionsStatus({ views, feed, building, trouble }),
    replayParked,
    rebuild() {
      rebuilding ??= build().finally(() => {
        rebuilding = undefined;
      });
      return rebuilding;
    },
    async stop() {
      stopping.abort();
      waiters.giveUp();
      await Promise.all([running, rebuilding?.catch(() => {})]);
    },
  };
};
