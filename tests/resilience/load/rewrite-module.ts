import { registerHooks } from 'node:module';

/**
 * From now on in this process, a source file of Demarche is loaded with one line in it replaced: a guard is taken away.
 * Fails where the line is not in it, so that a test of the guard cannot come to test nothing.
 */
export const rewriteModule = (pathEnd: string, line: string, by: string): void => {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(pathEnd)) return loaded;
      const source = String(loaded.source);
      if (!source.includes(line)) throw new Error(`${pathEnd} has no line ${line}`);
      return { ...loaded, source: source.replace(line, by) };
    },
  });
};
