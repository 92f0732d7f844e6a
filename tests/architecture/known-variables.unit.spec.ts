import { knownVariables } from '@demarche/service-kit';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { readRepositoryFile, repositoryFiles } from './repository-files.ts';

const inSchema = async (path: string): Promise<readonly string[]> =>
  Object.keys(((await import(`../../${path}`)) as { settings: z.ZodObject }).settings.shape);

/** What is read without a schema: by the program at a terminal, and by Compose itself. */
const inText = (path: string, pattern: RegExp): readonly string[] =>
  [...readRepositoryFile(path).matchAll(pattern)].map(([, name = '']) => name);

test('the variables that count as known are those that some part of Demarche reads', async () => {
  const bySchema = await Promise.all(repositoryFiles('services/*/src/settings.ts').map(inSchema));
  const byText = [
    inText('services/cli/src/environment.ts', /env\['(\w+)'\]/g),
    ...repositoryFiles('docker-compose*.yml').map((path) => inText(path, /\$\{(\w+)/g)),
  ];
  const read = new Set([...bySchema, ...byText].flat().filter((name) => name.startsWith('DEMARCHE_')));
  expect([...read].toSorted()).toEqual(knownVariables.toSorted());
});
