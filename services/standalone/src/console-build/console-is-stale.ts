import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the pages are made of, from the root of the repository. */
const SOURCES = [
  'services/console/{src,public}/**/*',
  'services/console/*.{html,ts,json}',
  'packages/contracts/src/**/*.ts',
  'package-lock.json',
];
const PAGE = 'services/console/dist/index.html';

/** Whether the pages were never built, or something that they are made of is newer than they are. */
export const consoleIsStale = (root: string): boolean => {
  const page = join(root, PAGE);
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return globSync(SOURCES, { cwd: root }).some((path) => statSync(join(root, path)).mtimeMs > built);
};
