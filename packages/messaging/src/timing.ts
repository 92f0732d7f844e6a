/** The only way in which the relay and the feeds let time pass or take a chance: a simulation hands in its own. */
export interface Timing {
  /** Calls back once, after so many milliseconds. Returns how to call it off. */
  after(ms: number, call: () => void): () => void;
  /** At least 0, less than 1. */
  random(): number;
}
