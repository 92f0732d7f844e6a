import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a module asks for while it runs: its imports, those that it makes later, and the programs of its threads. */
const ASKED =
  /^(?:import|export)\s(?!type\s)[^;]*?from\s'(?<early>[^']+)'|import\('(?<late>[^']+)'\)|new URL\('(?<thread>\.[^']+\.ts)', import/gm;

/** Every file of the repository that a program is made of, packages of others left out. */
export const madeOf = (main: URL, found = new Set<string>()): ReadonlySet<string> => {
  const file = realpathSync(fileURLToPath(main));
  if (found.has(file)) return found;
  found.add(file);
  for (const next of askedBy(file)) madeOf(next, found);
  return found;
};

const askedBy = (file: string): readonly URL[] =>
  [...readFileSync(file, 'utf8').matchAll(ASKED)]
    .flatMap(({ groups = {} }) => Object.values(groups).filter(Boolean))
    .filter((asked) => /^(\.|@demarche\/)/.test(asked))
    .map((asked) => new URL(asked.startsWith('.') ? asked : import.meta.resolve(asked), pathToFileURL(file)));
