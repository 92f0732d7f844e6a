import type { StreamName } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { type EncodedEvent, encodeAppend } from '../../encode-append.ts';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import { seenStreams } from './seen-streams.ts';

/** As long as every other. */
const events = (count: number): readonly EncodedEvent[] =>
  count === 0 ? [] : encodeAppend(Array.from({ length: count }, (_, index) => exampleEvent({ index: index % 10 })));
const [first] = events(1) as [EncodedEvent];
const charactersOf = (count: number) => count * (first.data.length + first.metadata.length);

describe('events of a stream', () => {
  test('are known from the first on', () => {
    const [seen, stream, [a, b, c]] = [seenStreams(charactersOf(10)), exampleStream(), events(3)];
    expect([seen.upTo(stream), seen.eventsOf(stream)]).toEqual([-1, []]);
    seen.learn(stream, 0, [a, b] as EncodedEvent[]);
    expect(seen.upTo(stream)).toBe(1);
    expect(seen.eventsOf(stream)).toEqual([a, b]);
    expect([b, c].map((event) => seen.revisionOf(stream, event?.eventId ?? ''))).toEqual([1, undefined]);
  });

  test('what lies behind a gap is not remembered, what overlaps counts once', () => {
    const [seen, stream, all] = [seenStreams(charactersOf(10)), exampleStream(), events(4)];
    seen.learn(stream, 0, all.slice(0, 2));
    seen.learn(stream, 3, all.slice(3));
    expect(seen.eventsOf(stream)).toEqual(all.slice(0, 2));
    seen.learn(stream, 1, all.slice(1));
    seen.learn(stream, 0, all.slice(0, 1));
    expect(seen.eventsOf(stream)).toEqual(all);
    expect(seen.revisionOf(stream, all[3]?.eventId ?? '')).toBe(3);
  });

  test.each([
    ['shorter', 1],
    ['as long', 2],
    ['longer', 3],
  ])('of a stream that was put back and went on another way, %s, what no longer stands is not known', (_, more) => {
    const [seen, stream, lost] = [seenStreams(charactersOf(4)), exampleStream(), events(3)];
    const regrown = [...lost.slice(0, 1), ...events(more)];
    seen.learn(stream, 0, lost);
    seen.learn(stream, 0, regrown);
    expect(seen.eventsOf(stream)).toEqual(regrown);
    expect(seen.revisionOf(stream, lost[1]?.eventId ?? '')).toBeUndefined();
    // What was cut off no longer counts: there is room for as much as before.
    if (more < 3) seen.learn(exampleStream(), 0, events(4 - regrown.length));
    expect(seen.upTo(stream)).toBe(regrown.length - 1);
  });

  test('of streams that there are not nothing is kept', () => {
    const [seen, one] = [seenStreams(charactersOf(2)), exampleStream()];
    seen.learn(one, 0, events(2));
    for (let index = 0; index < 10; index += 1) seen.learn(exampleStream(), 0, []);
    seen.learn(exampleStream(), 3, events(1));
    expect(seen.upTo(one)).toBe(1);
  });

  test('what is handed out stays as it was when more is learnt', () => {
    const [seen, stream, all] = [seenStreams(charactersOf(10)), exampleStream(), events(2)];
    seen.learn(stream, 0, all.slice(0, 1));
    const before = seen.eventsOf(stream);
    seen.learn(stream, 1, all.slice(1));
    expect(before).toHaveLength(1);
  });

  test('a stream that is forgotten begins anew, and makes room', () => {
    const [seen, one, two, lost] = [seenStreams(charactersOf(4)), exampleStream(), exampleStream(), events(2)];
    seen.learn(one, 0, events(2));
    seen.learn(two, 0, lost);
    seen.forget(two);
    expect([seen.upTo(two), seen.revisionOf(two, lost[1]?.eventId ?? '')]).toEqual([-1, undefined]);
    seen.learn(two, 0, events(2));
    expect([seen.upTo(one), seen.upTo(two)]).toEqual([1, 1]);
  });

  test('the streams used longest ago are forgotten first, an eighth of all at a time', () => {
    const seen = seenStreams(charactersOf(16));
    const streams = Array.from({ length: 9 }, exampleStream);
    const known = () => streams.flatMap((stream, index) => (seen.upTo(stream) >= 0 ? [index] : []));
    const each = events(2);
    for (const stream of streams.slice(0, 8)) seen.learn(stream, 0, each);
    expect(known()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    seen.learn(streams[0] as StreamName, 0, each);
    seen.learn(streams[8] as StreamName, 0, events(1));
    expect(known()).toEqual([0, 3, 4, 5, 6, 7, 8]);
  });

  test('the stream used last is kept, however long', () => {
    const [seen, one, two] = [seenStreams(charactersOf(4)), exampleStream(), exampleStream()];
    seen.learn(one, 0, events(2));
    seen.learn(two, 0, events(5));
    expect([seen.upTo(one), seen.upTo(two)]).toEqual([-1, 4]);
  });
});
