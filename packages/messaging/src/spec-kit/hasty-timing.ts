import type { Timing } from '../timing.ts';

/** Time that passes as fast as it is waited for, and what was waited for. */
export const hastyTiming = () => {
  const waits: number[] = [];
  const timing: Timing = {
    after(ms, call) {
      waits.push(ms);
      const turn = setImmediate(call);
      return () => clearImmediate(turn);
    },
    random: () => 0,
  };
  return { timing, waits };
};
