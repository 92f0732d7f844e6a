import { setTimeout as delay } from 'node:timers/promises';
import type { ProjectionsModule } from '@demarche/projections';

const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 120_000;

/**
 * Resolves once the views hold everything that is on record. Trouble that they get out of by themselves is none.
 * @throws what kept them from getting there in two minutes
 */
export const nothingBehind = async ({ status }: Pick<ProjectionsModule, 'status'>): Promise<void> => {
  const tooLong = Date.now() + PATIENCE_MS;
  for (;;) {
    const { lag, serving, trouble } = await status();
    if (serving && lag === 0) return;
    if (Date.now() > tooLong) throw new Error(trouble ?? `they are behind by ${lag} positions`);
    await delay(LOOK_EVERY_MS);
  }
};
