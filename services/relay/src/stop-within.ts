import type { Timing } from '@demarche/messaging';

/** What is on its way to the bus may take so long to arrive; without that it is published again by whoever comes next. */
const LONGEST_MS = 2_000;

/** Waits for the work to end, but not long. */
export const stopWithin = async (work: Promise<void>, timing: Timing): Promise<void> => {
  const patience = Promise.withResolvers<void>();
  const callOff = timing.after(LONGEST_MS, patience.resolve);
  await Promise.race([work, patience.promise]).finally(callOff);
};
