import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_APPEND_BYTES } from './encode-append.ts';
import { AppendTooLarge, type EventStore } from './event-store.ts';
import { exampleEvent, exampleStream } from './spec-kit/example-event.ts';

/** The part of the contract about what an event may hold, and how much. */
export const eventStoreContentContract = (name: string, open: () => Promise<EventStore>): void => {
  describe(`${name} gives back what was written`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const long = 'The delegation took note. '.repeat(20_000);
    const payloads: [string, unknown][] = [
      ['an empty object', {}],
      [
        'every kind of JSON value',
        { text: 'a', number: -1.5, whole: 9_007_199_254_740_991, yes: true, none: null, list: [1, [2, {}]] },
      ],
      ['accents', { text: 'Côte d’Ivoire, São Tomé, Türkiye' }],
      ['scripts', { text: 'Кыргызстан ไทย العربية 中文 Ελλάδα ქართული' }],
      ['characters outside the basic plane', { text: '🕊️ 𝒟émarche 👩🏽‍⚖️' }],
      ['combining and right-to-left marks', { text: 'e\u0301 \u202Eabc\u202C' }],
      ['line breaks, tabs and quotes', { text: 'a\r\nb\t"c" \\ \'d\'; -- e' }],
      ['a null character', { text: 'a\u0000b' }],
      ['half a surrogate pair', { text: '\uD83D' }],
      ['markup', { text: '<script>alert(1)</script>&amp;' }],
      ['awkward keys', { __proto__x: 1, 'a.b': 2, '': 3, '0': 4 }],
      ['half a megabyte', { text: long }],
    ];

    test.each(payloads)('%s', async (_, data) => {
      const stream = exampleStream();
      const event = exampleEvent(data);
      await store.append(stream, [event], 'no-stream');
      const position = await store.head();
      const expected = { ...event, stream, revision: 0, position };
      expect(await store.readStream(stream)).toEqual([expected]);
      expect(await store.readAll(position - 1, 1)).toEqual([expected]);
    });

    test('an event close to the limit', async () => {
      const stream = exampleStream();
      const text = 'x'.repeat(MAX_APPEND_BYTES - 2_000);
      await store.append(stream, [exampleEvent({ text })], 'no-stream');
      expect((await store.readStream(stream))[0]?.data).toEqual({ text });
    });

    test('later changes to what was handed over change nothing', async () => {
      const stream = exampleStream();
      const data = { note: 'as written' };
      const appending = store.append(stream, [exampleEvent(data)], 'no-stream');
      data.note = 'changed behind the back';
      await appending;
      for (const recorded of await store.readStream(stream))
        Object.assign(recorded.data as object, { note: 'changed by a reader' });
      expect((await store.readStream(stream))[0]?.data).toEqual({ note: 'as written' });
    });

    test.each([
      ['one event', [exampleEvent({ text: 'x'.repeat(MAX_APPEND_BYTES) })]],
      ['many events', Array.from({ length: 20 }, () => exampleEvent({ text: 'é'.repeat(MAX_APPEND_BYTES / 32) }))],
    ])('%s above the limit is refused, and nothing is written', async (_, batch) => {
      const stream = exampleStream();
      await expect(store.append(stream, batch, 'no-stream')).rejects.toThrow(AppendTooLarge);
      expect(await store.readStream(stream)).toEqual([]);
      expect(await store.append(stream, [exampleEvent()], 'no-stream')).toMatchObject({ outcome: 'appended' });
    });

    test.each([
      ['no events', []],
      ['an id that is no UUID', [exampleEvent({}, 'event-1')]],
      [
        'one id twice',
        [
          exampleEvent({}, '6f1b3a52-6f0e-4b61-9d3e-0d8f4b6c7a11'),
          exampleEvent({}, '6f1b3a52-6f0e-4b61-9d3e-0d8f4b6c7a11'),
        ],
      ],
    ])('%s is a fault of the caller', async (_, batch) => {
      await expect(store.append(exampleStream(), batch, 'no-stream')).rejects.toThrow(TypeError);
    });
  });
};
