import { headers, type Msg, type NatsConnection } from 'nats';
import { describe, expect, test } from 'vitest';
import { pull } from './pull.ts';

/** A connection to a server that answers with messages, each of which it has counted, and then says that there are no more. */
const answering = (counts: readonly number[], arrival = Promise.resolve()): NatsConnection => {
  let callback: (error: null, message: Msg) => void = () => {};
  const answer = (message: Partial<Msg>) => callback(null, { subject: '', data: new Uint8Array(), ...message } as Msg);
  const server = {
    subscribe(_: string, options: { readonly callback: typeof callback }) {
      ({ callback } = options);
      return { closed: new Promise(() => {}), unsubscribe() {} };
    },
    async publish() {
      await arrival;
      for (const count of counts) answer({ reply: `$JS.ACK.DEMARCHE.reader.1.${100 + count}.${count}.0.0` });
      answer({ headers: headers(404, 'No Messages') });
    },
  };
  return server as unknown as NatsConnection;
};

describe('of a place from which two messages were taken', () => {
  const pullAfterTwo = (counts: readonly number[]) =>
    pull(
      answering(counts),
      { name: 'reader', delivered: 2 },
      { stream: 'DEMARCHE', limit: 10, largestPage: 1_000, withinMs: 20_000 },
    );

  test.each([[[]], [[3]], [[3, 4, 5]]])('what the server sends next is given: %j', async (counts) => {
    expect(await pullAfterTwo(counts)).toMatchObject({
      outcome: 'pulled',
      messages: counts.map((count) => ({ sequence: 100 + count })),
    });
  });

  test.each([
    ['before the first', [4, 5]],
    ['between two', [3, 5]],
    ['and arrived twice', [3, 3]],
  ])('one that did not arrive is noticed: %s', async (_, counts) => {
    expect(await pullAfterTwo(counts)).toEqual({ outcome: 'lost' });
  });
});

describe('who waits for a page', () => {
  const WITHIN_MS = 20;
  const pullFrom = (connection: NatsConnection) =>
    pull(
      connection,
      { name: 'reader', delivered: 0 },
      { stream: 'DEMARCHE', limit: 10, largestPage: 1_000, withinMs: WITHIN_MS },
    );

  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
  };

  test('given this thread was busy for longer than it may take, then what arrives a few turns later is taken', async () => {
    const pulling = pullFrom(answering([1, 2], turns(5)));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 * WITHIN_MS);
    expect(await pulling).toMatchObject({ outcome: 'pulled', messages: [{ sequence: 101 }, { sequence: 102 }] });
  });

  test('given nothing comes, then it is not waited for any longer', async () => {
    await expect(pullFrom(answering([], new Promise(() => {})))).rejects.toThrow('The bus did not answer in time');
  });
});
