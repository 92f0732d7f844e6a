import { describe, expect, test } from 'vitest';
import { exampleStream } from '../../spec-kit/example-event.ts';
import { knownIds } from './known-ids.ts';

describe('ids of a stream', () => {
  test('are known from the first event on', () => {
    const [ids, stream] = [knownIds(10), exampleStream()];
    expect(ids.upTo(stream)).toBe(-1);
    ids.learn(stream, 0, ['a', 'b']);
    expect([ids.upTo(stream), ids.revisionOf(stream, 'b'), ids.revisionOf(stream, 'c')]).toEqual([1, 1, undefined]);
  });

  test('what lies behind a gap is not remembered, what overlaps counts once', () => {
    const [ids, stream] = [knownIds(10), exampleStream()];
    ids.learn(stream, 0, ['a', 'b']);
    ids.learn(stream, 3, ['d']);
    expect(ids.upTo(stream)).toBe(1);
    ids.learn(stream, 1, ['b', 'c', 'd']);
    expect([ids.upTo(stream), ids.revisionOf(stream, 'd')]).toEqual([3, 3]);
  });

  test('a stream that is forgotten begins anew, and makes room', () => {
    const [ids, one, two] = [knownIds(4), exampleStream(), exampleStream()];
    ids.learn(one, 0, ['a', 'b']);
    ids.learn(two, 0, ['c', 'd']);
    ids.forget(two);
    expect([ids.upTo(two), ids.revisionOf(two, 'c')]).toEqual([-1, undefined]);
    ids.learn(two, 0, ['e', 'f']);
    expect([ids.upTo(one), ids.upTo(two)]).toEqual([1, 1]);
  });

  test('the stream used longest ago is forgotten first', () => {
    const ids = knownIds(4);
    const [one, two, three] = [exampleStream(), exampleStream(), exampleStream()];
    ids.learn(one, 0, ['a', 'b']);
    ids.learn(two, 0, ['c', 'd']);
    ids.learn(one, 2, ['e']);
    expect([ids.upTo(one), ids.upTo(two)]).toEqual([2, -1]);
    ids.learn(three, 0, ['f', 'g', 'h', 'i', 'j']);
    expect([ids.upTo(one), ids.upTo(three)]).toEqual([-1, 4]);
  });
});
