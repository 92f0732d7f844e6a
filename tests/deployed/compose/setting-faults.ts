import { readEnvironment } from '@demarche/service-kit';
import type { z } from 'zod';
import type { Compose } from './compose-file.ts';

/** What each service of ours would say against its environment, and what it is told in vain. */
export const settingFaultsIn = async ({ services }: Compose): Promise<readonly string[]> => {
  const faults = Object.entries(services).map(async ([name, { command = [], environment = {} }]) => {
    const [, kind] = /^services\/([\w-]+)\/src\/main\.ts$/.exec(command[1] ?? '') ?? [];
    if (!kind) return [];
    const { settings } = (await import(`../../../services/${kind}/src/settings.ts`)) as { settings: z.ZodObject };
    const known = Object.keys(settings.shape);
    return [
      ...Object.keys(environment)
        .filter((variable) => !known.includes(variable.replace(/_FILE$/, '')))
        .map((variable) => `${name} does not know ${variable}`),
      ...refusals(settings, withSecrets(environment)).map((refusal) => `${name}: ${refusal}`),
    ];
  });
  return (await Promise.all(faults)).flat();
};

const refusals = (settings: z.ZodObject, variables: Readonly<Record<string, string>>): readonly string[] => {
  const reading = readEnvironment(settings, variables);
  return reading.outcome === 'faulty' ? reading.faults : [];
};

/** As if every file with a secret held one. */
const withSecrets = (environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) =>
      name.endsWith('_FILE')
        ? [name.replace(/_FILE$/, ''), 'a secret of forty characters is long enough']
        : [name, value],
    ),
  );
