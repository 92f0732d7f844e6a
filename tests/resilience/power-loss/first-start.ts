import { join } from 'node:path';
import { killableDemarche, main } from '../killed/killable-demarche.ts';
import { type TracedSteps, tracedFolder, traceProgram } from './trace-program.ts';

/** What the real Demarche does to the disk from its first start in a new folder to its orderly end. */
export const recordFirstStart = (folder: string): Promise<TracedSteps> =>
  traceProgram({
    folder,
    program: [main],
    variables: {
      DEMARCHE_PORT: '0',
      DEMARCHE_DATA: join(tracedFolder(folder), 'data'),
      DEMARCHE_DEMO: 'no',
      DEMARCHE_PAGES: 'as-built',
    },
    stopWhenSaid: 'ready at',
  });

/** Starts Demarche on what the cut left; answers what kept it from becoming ready. */
export const faultOfStart = async (folder: string): Promise<string | undefined> => {
  const demarche = killableDemarche({ folder });
  try {
    demarche.start();
    await demarche.whenUp();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await demarche.kill();
  }
};
