import { Readable } from 'node:stream';
import type { EventStoreDBClient, SubscribeToAllOptions } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { allStream } from './all-stream.ts';
import { storedStreams } from './stored-streams.ts';

/** https://grpc.io/docs/guides/status-codes/ */
const ABORTED = 10;
const LEFT_BEHIND = Object.assign(
  new Error(
    '10 ABORTED: Operation timed out: Consumer too slow to handle event while transitioning to live. Client resubscription required.',
  ),
  { code: ABORTED },
);

/** A server that holds events at these positions, and gives a subscription up after so many of them, each time it is taken up. */
const serverThatGivesUp = (positions: readonly number[], after: readonly number[]) => {
  const begun: number[] = [];
  const stored = (position: number) => ({
    event: {
      id: `${position}`,
      streamId: 'engagement-1',
      revision: BigInt(position),
      type: 'EngagementLogged',
      data: {},
      metadata: { eventId: `${position}` },
      position: { commit: BigInt(position), prepare: BigInt(position) },
    },
  });
  const subscribeToAll = ({ fromPosition }: SubscribeToAllOptions) => {
    const from = typeof fromPosition === 'object' ? Number(fromPosition.commit) : 0;
    const sent = positions.filter((position) => position > from);
    const most = after[begun.length];
    begun.push(from);
    const subscription = Object.assign(new Readable({ objectMode: true, read() {} }), { unsubscribe: async () => {} });
    for (const position of sent.slice(0, most)) subscription.push(stored(position));
    if (most === undefined) setImmediate(() => subscription.emit('caughtUp'));
    else setImmediate(() => subscription.destroy(LEFT_BEHIND));
    return subscription;
  };
  const call: Parameters<typeof allStream>[0]['call'] = (work) =>
    work({ subscribeToAll } as unknown as EventStoreDBClient, { alive() {}, givenUp: new AbortController().signal });
  return { all: allStream({ options: { requiresLeader: true }, call }, storedStreams()), begun };
};
const POSITIONS = [10, 20, 30, 40, 50];

test.each([
  ['once', [2], [0, 20]],
  ['twice', [1, 2], [0, 10, 30]],
  ['before the first came', [0], [0, 0]],
  ['behind the last', [5], [0, 50]],
])(
  'given the server gives a page up %s, as too much is appended, then the rest is asked for',
  async (_, after, asked) => {
    const { all, begun } = serverThatGivesUp(POSITIONS, after);
    const page = await all.page(0, 10);
    expect(page.map(({ position }) => position)).toEqual(POSITIONS);
    expect(begun).toEqual(asked);
  },
);

test('given there was enough before it gives up, then nothing is asked for again', async () => {
  const { all, begun } = serverThatGivesUp(POSITIONS, [3]);
  expect((await all.page(0, 3)).map(({ position }) => position)).toEqual([10, 20, 30]);
  expect(begun).toEqual([0]);
});

test('given it gives up each time before anything came, then that is what is wrong', async () => {
  const { all, begun } = serverThatGivesUp(POSITIONS, [0, 0, 0, 0, 0, 0]);
  await expect(all.page(0, 10)).rejects.toBe(LEFT_BEHIND);
  expect(begun).toHaveLength(5);
});
