import { performance } from 'node:perf_hooks';
import type { Position, RebuildState } from '@demarche/contracts';

/** Why a build's signal aborted, where somebody called it off. */
export const CALLED_OFF = Symbol('called off');

/** Another rebuild is under way; one at a time. */
export class RebuildUnderWay extends Error {
  override readonly name = 'RebuildUnderWay';
}

export interface BuildWishes {
  /** The view to build anew; all without it. */
  readonly view: string | undefined;
  /** Aborts when it is called off, or everything stops. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: Position, target: Position) => void;
}

export interface Rebuilds {
  /**
   * Begins a build, or joins the one under way where it is the same. Resolves true once the new views answer, false when
   * it was called off or stopped before.
   * @throws RebuildUnderWay at once where another is under way; rejects with what the feed and the file throw
   */
  begin(view?: string): Promise<boolean>;
  /** Calls off what is under way; resolves once it has ended. False where nothing was. */
  callOff(): Promise<boolean>;
  /** How it does, or how the last one ended; null before the first. */
  state(): RebuildState | null;
  /** Resolves once nothing is under way any more. */
  ended(): Promise<void>;
}

interface Ports {
  /** Builds; resolves whether the new views took over. */
  readonly build: (wishes: BuildWishes) => Promise<boolean>;
  readonly stopping: AbortSignal;
  /** Told once the new views answer and nothing is under way any more. */
  readonly onTookOver: () => void;
}

/** One rebuild at a time, with how far it is. */
export const rebuilds = ({ build, stopping, onTookOver }: Ports): Rebuilds => {
  let count = 0;
  let last: RebuildState | null = null;
  let running: { readonly calledOff: AbortController; readonly ended: Promise<boolean> } | undefined;

  const run = async (view: string | undefined, calledOff: AbortController): Promise<boolean> => {
    count += 1;
    const pace = paceOf();
    let now: RebuildState = { ...fresh, number: count, view: view ?? null };
    const tell = (news: Partial<RebuildState>) => {
      now = { ...now, ...news };
      last = now;
    };
    const end = (state: RebuildState['state'], reason: string | null = null) => {
      running = undefined;
      tell({ state, reason, secondsLeft: null });
    };
    tell({});
    try {
      const tookOver = await build({
        view,
        signal: AbortSignal.any([stopping, calledOff.signal]),
        onProgress: (done, target) => tell({ done, target, ...pace(done, target) }),
      });
      if (!tookOver) end(calledOff.signal.aborted ? 'cancelled' : 'stopped');
      else {
        end('done');
        onTookOver();
      }
      return tookOver;
    } catch (error) {
      end('failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  };

  return {
    begin(view) {
      if (running) {
        if (last?.view === (view ?? null)) return running.ended;
        throw new RebuildUnderWay(sentenceFor(last?.view ?? null));
      }
      const calledOff = new AbortController();
      const ended = run(view, calledOff);
      running = { calledOff, ended };
      return ended;
    },
    async callOff() {
      if (!running) return false;
      const { calledOff, ended } = running;
      calledOff.abort(CALLED_OFF);
      // It may have taken over in this very moment.
      return !(await ended.catch(() => false));
    },
    state: () => last,
    ended: async () => void (await running?.ended.catch(() => {})),
  };
};

const fresh = {
  state: 'running',
  done: 0,
  target: 0,
  eventsPerSecond: null,
  secondsLeft: null,
  reason: null,
} as const;

const sentenceFor = (view: string | null): string =>
  `${view ? `The view ${view} is` : 'All views are'} being built anew already. Wait for it, or call it off first.`;

/** So much must have passed before a rate means anything. */
const AFTER_MS = 250;

const paceOf = () => {
  let from: { readonly done: Position; readonly at: number } | undefined;
  return (done: Position, target: Position): Pick<RebuildState, 'eventsPerSecond' | 'secondsLeft'> => {
    const at = performance.now();
    from ??= { done, at };
    if (at - from.at < AFTER_MS || done <= from.done) return { eventsPerSecond: null, secondsLeft: null };
    const rate = ((done - from.done) / (at - from.at)) * 1_000;
    return { eventsPerSecond: Math.round(rate), secondsLeft: Math.max(0, Math.round((target - done) / rate)) };
  };
};
