import description from '../../../package.json' with { type: 'json' };
import type { PreparedHistory } from '../prepared-history.ts';
import { type RunningProcess, startProcess } from './start-process.ts';

const launcher = new URL('../../../services/standalone/bin/demarche-standalone.mjs', import.meta.url);

/** What `npm start` tells Node besides the program. */
export const usualOptions = description.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** The whole of Demarche as `npm start` runs it, on a folder of data. */
export const startStandalone = (
  { folder }: Pick<PreparedHistory, 'folder'>,
  nodeOptions: readonly string[] = [],
): Promise<RunningProcess> =>
  startProcess({
    program: launcher,
    settings: { DEMARCHE_DATA: folder, DEMARCHE_DEMO: 'no', DEMARCHE_PAGES: 'as-built' },
    nodeOptions: [...usualOptions, ...nodeOptions],
  });

/** Signs in as a person of the demonstration, and answers the cookie that proves it. */
export const signIn = async (address: string, personId = 'miriam.castellanos'): Promise<string> => {
  const answer = await fetch(`${address}/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${personId} could not sign in: ${answer.status}`);
  return cookie;
};

/** Resolves once the views hold everything that was recorded. */
export const viewsUpToDate = async (address: string): Promise<void> => {
  for (;;) {
    const { checks } = (await (await fetch(`${address}/readyz`)).json()) as {
      checks: { projections: { lag: number | null } };
    };
    if (checks.projections.lag === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
