import { join } from 'node:path';
import type { Officer } from '@demarche/contracts';
import { trustedHeader } from '@demarche/service-kit';
import { serviceKeyOf } from '@demarche/testing';
import { type RunningProcess, startProcess } from './start-process.ts';

const main = new URL('../../../services/engagements/src/main.ts', import.meta.url);
const KEY = 'a secret of this benchmark, thirty-two characters and more';
const officer = {
  id: 'miriam.castellanos',
  name: 'Miriam Castellanos',
  role: 'embassy_officer',
  post: 'Kald City',
} as Officer;

/** The engagements service in a process of its own, as it is deployed, on an event store in this folder. */
export const startEngagements = (folder: string, nodeOptions: readonly string[] = []): Promise<RunningProcess> =>
  startProcess({
    program: main,
    settings: { DEMARCHE_STORE: join(folder, 'events.sqlite'), DEMARCHE_OFFICER_KEY: KEY },
    nodeOptions,
  });

/** What the gateway sends along: who the officer is. */
export const officerHeader = (): Readonly<Record<string, string>> => trustedHeader(officer, serviceKeyOf(KEY));
