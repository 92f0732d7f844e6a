import type { DemarcheServer } from '../server/demarche-server.ts';
import type { Terminal } from '../terminal.ts';

/** Says so where reports come to stand beside made-up data: to try Demarche out that is fine, to work with it is not. */
export const warnOfDemonstration = async (terminal: Terminal, server: DemarcheServer, url: string): Promise<void> => {
  if (!(await server.isDemonstration())) return;
  terminal.say(
    `Note: what runs at ${url} holds demonstration data, and these reports will stand beside it. ` +
      'For a record of your own, stop it and start with: DEMARCHE_DEMO=no DEMARCHE_DATA=<an empty folder> npm start',
  );
};
