import { setImmediate } from 'node:timers/promises';
import type { ProjectionsModule } from '@demarche/projections';

/**
 * Resolves once the views hold everything that is on record.
 * @throws what keeps them from getting there
 */
export const nothingBehind = async ({ status }: Pick<ProjectionsModule, 'status'>): Promise<void> => {
  for (;;) {
    const { lag, serving, trouble } = await status();
    if (trouble) throw new Error(trouble);
    if (serving && lag === 0) return;
    await setImmediate();
  }
};
