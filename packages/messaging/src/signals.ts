import type { Position } from '@demarche/contracts';

/**
 * Says that views changed, not what is in them: whoever cares reads again. May be lost; never the only way to learn of a
 * change. One that names neither countries nor subjects says that anything may have changed.
 */
export interface ChangeSignal {
  /** How far the views have come. */
  readonly position: Position;
  readonly countries: readonly string[];
  /** References of the records that changed: `KEN-2024-03`, `ENG-7F3K-2Q9X`. */
  readonly subjects: readonly string[];
  /** The W3C trace contexts in which it goes on, where traces are kept: a few at most. */
  readonly traceparents?: readonly string[];
}

/** For whoever may have missed a signal: everything that is shown is to be read again. */
export const anythingMayHaveChanged = (position: Position): ChangeSignal => ({ position, countries: [], subjects: [] });

export interface Signals {
  publish(signal: ChangeSignal): void;
  /** Returns how to stop. */
  subscribe(listener: (signal: ChangeSignal) => void): () => void;
}
