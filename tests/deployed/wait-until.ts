import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
/** What takes so long on a busy machine does not come any more. */
const PATIENCE_MS = 180_000;

/**
 * Looks again and again, until nothing is missing any more.
 * @param missing what keeps it from being so, in words; nothing once it is
 * @throws what was missing last
 */
export const waitUntil = async (what: string, missing: () => Promise<string>): Promise<void> => {
  const tooLong = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await missing();
    if (found === '') return;
    if (Date.now() > tooLong) throw new Error(`Not in ${PATIENCE_MS / 1_000} seconds: ${what}.\n${found}`);
    await delay(LOOK_EVERY_MS);
  }
};
