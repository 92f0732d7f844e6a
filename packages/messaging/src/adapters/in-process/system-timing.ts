import type { Timing } from '../../timing.ts';

/** Time and chance as they are. */
export const systemTiming: Timing = {
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
