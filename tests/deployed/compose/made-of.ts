import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a module asks for while it runs: its imports, those that it makes later, and the programs of its threads. */
const ASKED =
  /^(?:import|export)\s(?!type\s)[^;]*?from\s'([^']+)'|import\('([^']+)'\)|new URL\('(\.[^']+\.ts)', import/gm;

/** Every file of the repository that a program is made of, packages of others left out. */
export const madeOf = (main: URL, found = new Set<string>()): ReadonlySet<string> => {
  const file = realpathSync(fileURLToPath(main));
  if (found.has(file)) return found;
  found.add(file);
  if (file.endsWith('.json')) return found;
  const here = pathToFileURL(file);
  for (const [, first, second, third] of readFileSync(file, 'utf8').matchAll(ASKED)) {
    const asked = first ?? second ?? third ?? '';
    if (asked.startsWith('.')) madeOf(new URL(asked, here), found);
    if (asked.startsWith('@demarche/')) madeOf(new URL(import.meta.resolve(asked)), found);
  }
  return found;
};
