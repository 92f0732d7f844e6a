import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

/** Paths in code marks or link targets that begin with a folder of the repository. */
const pathsIn = (document: string): string[] =>
  [...document.matchAll(/[`(]((?:packages|services|infra|tests)\/[\w./-]+)[`)]/g)].flatMap(([, path]) => path ?? []);

describe.each(['README.md', 'ARCHITECTURE.md'])('%s', (name) => {
  test.each(pathsIn(readFileSync(new URL(name, root), 'utf8')))('names %s, which is there', (path) => {
    expect(existsSync(new URL(path, root))).toBe(true);
  });
});
