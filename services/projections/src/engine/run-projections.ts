import type { CentreHeard, Position, RebuildState, Replay } from '@demarche/contracts';
import type { Feed, FeedBatch, Signals } from '@demarche/messaging';
import { spanNames, traced } from '@demarche/telemetry';
import { type Build, buildGeneration } from './build-generation.ts';
import { keepTrying } from './keep-trying.ts';
import { observeProjections } from './observe-projections.ts';
import { type Views, ViewsNotReady } from './open-views.ts';
import { parkedStreams } from './parking.ts';
import { positionWaiters } from './position-waiters.ts';
import type { Applied } from './project-events.ts';
import { projectLive } from './project-live.ts';
import { type ProjectionsStatus, projectionsStatus } from './projection-status.ts';
import { type BuildWishes, rebuilds } from './rebuilds.ts';
import { recordWatch } from './record-watch.ts';
import { replayBetween } from './replay-parked.ts';
import { UnknownView } from './unknown-view.ts';
import { ViewsOfAnotherRecord } from './views-of-another-record.ts';

export interface ProjectionsOptions {
  readonly feed: Feed;
  readonly views: Views;
  readonly signals: Signals;
  /** For long builds of all views, beside this thread. */
  readonly threads?: Build['threads'];
  /** At most so many events in one transaction, whatever the occasion. Without it, the occasion decides. */
  readonly batchSize?: number;
  /** How long to wait after the feed or the file failed. */
  readonly retryAfterMs?: number;
  /** How long it is believed that the record is still the one whose events the views hold. */
  readonly compareEveryMs?: number;
  /** How the centre was heard, at a far site. Answers soon. */
  readonly centre?: () => Promise<CentreHeard | null>;
  /** Told each time the feed or the file failed; the views go on where they were. */
  readonly onTrouble?: (error: unknown) => void;
}

/** The views, kept up to date until stopped. */
export interface Projections {
  /** Resolves true as soon as the views hold everything up to the position; false after the time, or where it is another record's. */
  waitFor(position: Position, withinMs: number): Promise<boolean>;
  status(): Promise<ProjectionsStatus>;
  /**
   * Offers parked events again, of one view or of all, in order.
   * @throws UnknownView, ViewsNotReady
   */
  replayParked(view?: string): Replay;
  /**
   * Builds all views anew beside the live ones, or one beside the others as they are. Resolves true once the new ones
   * answer, false when it was called off or stopped before. Asked again meanwhile, it is the same rebuild. One that was
   * left unfinished is gone on with.
   * @throws UnknownView, RebuildUnderWay at once
   */
  rebuild(view?: string): Promise<boolean>;
  /**
   * Calls a rebuild off; what it did is kept for the next. False where none was under way.
   * @throws RebuildNeeded
   */
  callOffRebuild(): Promise<boolean>;
  /** How the rebuild under way does, or how the last one since the start ended. */
  rebuildState(): RebuildState | null;
  /** Resolves once the last batch is committed. The views stay open. */
  stop(): Promise<void>;
}

/** The views were built by another version of Demarche: what builds them anew cannot be called off. */
export class RebuildNeeded extends Error {
  override readonly name = 'RebuildNeeded';
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
  threads,
  batchSize,
  retryAfterMs = 1_000,
  compareEveryMs = 1_000,
  centre = async () => null,
  onTrouble = () => {},
}: ProjectionsOptions): Projections => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const waiters = positionWaiters(() => views.unlessDamaged(() => views.live()?.checkpoint() ?? -1));
  let trouble: unknown = null;
  let isBeyondRecord = false;
  const watch = recordWatch({
    feed,
    last: () => views.unlessDamaged(() => views.live()?.lastEvent() ?? NONE_YET),
    everyMs: compareEveryMs,
  });

  const persistence = {
    signal,
    retryAfterMs,
    onTrouble(error: unknown) {
      // It stays so until somebody does something: once is enough.
      const isKnown = trouble instanceof ViewsOfAnotherRecord && error instanceof ViewsOfAnotherRecord;
      trouble = error;
      if (!isKnown) onTrouble(error);
    },
  };
  const announce = ({ position, countries, subjects }: Applied, traceparents: readonly string[] = []) => {
    trouble = null;
    waiters.reached(position);
    if (subjects.length === 0 && countries.length === 0) return;
    signals.publish({ position, countries, subjects, ...(traceparents.length > 0 ? { traceparents } : {}) });
  };
  const applyToLive = async ({ events }: FeedBatch) => {
    await watch.compareNowAndThen();
    const { applied, traceparents } = projectLive(events, () => views.unlessDamaged(() => views.live()?.apply(events)));
    if (applied) announce(applied, traceparents);
  };
  const build = async ({ view, signal: building, onProgress }: BuildWishes): Promise<boolean> => {
    const size = Math.min(batchSize ?? BATCH_UNSERVED, views.live() ? BATCH_BESIDE_READS : BATCH_UNSERVED);
    const options = { feed, views, view, threads, batchSize: size, signal: building, onProgress };
    return traced(spanNames.rebuild, {}, () => buildGeneration(options));
  };
  const onTookOver = () => announce({ position: views.live()?.checkpoint() ?? 0, countries: [], subjects: [] });
  const rebuilding = rebuilds({ build, stopping: signal, onTookOver });
  const goOn = async () => void (await rebuilding.begin(views.unfinished()?.oneView?.view));
  const known = (view: string | undefined) => {
    if (view !== undefined && !views.names.includes(view)) throw new UnknownView(view, views.names);
    return view;
  };
  const replayParked = (view?: string): Replay => {
    const before = views.read(parkedStreams);
    const live = views.live();
    if (live && before.length > 0) announce(live.replayParked(view));
    return replayBetween(before, views.read(parkedStreams));
  };
  const follow = async () => {
    // They were found damaged since.
    while (!signal.aborted && views.needsRebuild()) await goOn();
    const unusable = views.unusable();
    await watch.compare();
    if (trouble instanceof ViewsOfAnotherRecord) trouble = null;
    await feed.follow({
      after: views.unlessDamaged(() => views.live()?.checkpoint() ?? 0),
      batchSize: batchSize ?? BATCH,
      signal: AbortSignal.any([signal, unusable]),
      handle: applyToLive,
    });
    if (unusable.aborted) throw new ViewsNotReady('The views were found damaged and are built anew');
  };
  const run = async () => {
    if (views.needsRebuild()) await keepTrying(goOn, persistence);
    // A new release may be able to take what the one before could not.
    await keepTrying(async () => void (views.live() && replayParked()), persistence);
    // The process ended within a rebuild that nobody called off.
    if (!signal.aborted && views.unfinished()?.calledOff === false) goOn().catch(persistence.onTrouble);
    await keepTrying(follow, persistence);
  };
  const running = run();
  const status = async () => {
    const sources = { views, feed, rebuild: rebuilding.state(), centre };
    const now = await projectionsStatus({ ...sources, trouble: wordsOf(trouble) });
    isBeyondRecord = now.beyondRecord ?? isBeyondRecord;
    return now;
  };
  const stopObserving = observeProjections(status);

  return {
    waitFor: async (position, withinMs) =>
      !isBeyondRecord && !(trouble instanceof ViewsOfAnotherRecord) && waiters.waitFor(position, withinMs),
    status,
    replayParked: (view) => replayParked(known(view)),
    rebuild: (view) => rebuilding.begin(known(view)),
    async callOffRebuild() {
      if (views.needsRebuild()) throw new RebuildNeeded(NEEDED);
      return rebuilding.callOff();
    },
    rebuildState: rebuilding.state,
    async stop() {
      stopping.abort();
      stopObserving();
      waiters.giveUp();
      await Promise.all([running, rebuilding.ended()]);
    },
  };
};

const wordsOf = (trouble: unknown): string | null => {
  if (trouble === null) return null;
  return trouble instanceof Error ? trouble.message : String(trouble);
};

const NONE_YET = { position: 0, eventId: null };

const NEEDED =
  'This release of Demarche needs the views built anew, and nothing else can answer for long: let it come to its end.';
