import { describe, expect, it } from 'vitest';
import { commandCatalogue } from './command-catalogue.ts';

const commands = Object.values(commandCatalogue);

describe('the command catalogue', () => {
  it.each(commands)('$name takes its path from its own input', ({ path, input }) => {
    const segments = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(input.shape)).toEqual(expect.arrayContaining(segments));
  });

  it('gives every command a path of its own', () => {
    const paths = commands.map(({ path }) => path.replaceAll(/:\w+/g, ':'));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('names every rule in kebab case and says it in words', () => {
    for (const [code, title] of commands.flatMap(({ rejections }) => Object.entries(rejections))) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  it('refuses a field it does not know, so that nothing sent is silently lost', () => {
    for (const { input } of commands) {
      const issues = input.safeParse({ surprise: 1 }).error?.issues ?? [];
      expect(issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true);
    }
  });
});
