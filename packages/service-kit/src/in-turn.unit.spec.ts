import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

/** Pieces of work that end when they are told to; each says when it begins. */
const pieces = (atOnce: number, names: readonly string[]) => {
  const take = inTurn(atOnce);
  const begun: string[] = [];
  const ends = new Map(names.map((name) => [name, Promise.withResolvers<string>()]));
  const done = names.map((name) =>
    take(() => {
      begun.push(name);
      return ends.get(name)?.promise ?? Promise.reject(new Error(name));
    }),
  );
  return {
    begun,
    done,
    end: (name: string) => ends.get(name)?.resolve(name),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
  };
};

test('so many run at once, and the next begins when one has ended, well or badly', async () => {
  const { begun, done, end, fail } = pieces(2, ['a', 'b', 'c', 'd']);
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b']);

  end('b');
  await done[1];
  await expect.poll(() => begun).toEqual(['a', 'b', 'c']);

  fail('a');
  await expect(done[0]).rejects.toThrow('a');
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd']);
  end('c');
  end('d');
  expect(await Promise.all(done.slice(2))).toEqual(['c', 'd']);
});
