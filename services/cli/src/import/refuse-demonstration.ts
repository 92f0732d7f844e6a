import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import type { DemarcheServer } from '../server/demarche-server.ts';

/** @throws CommandFailure where the data of the server is made up: what is true and what is made up would not be told apart again. */
export const refuseDemonstration = async (server: DemarcheServer, url: string): Promise<void> => {
  if (!(await server.isDemonstration())) return;
  throw new CommandFailure(
    exitCodes.usage,
    `Nothing was brought in: what runs at ${url} holds demonstration data, and your reports would be mixed with it for good. ` +
      'Stop it and start a record of your own: DEMARCHE_DEMO=no DEMARCHE_DATA=<an empty folder> npm start. ' +
      'To bring them into the demonstration all the same, give --into-demonstration.',
  );
};
