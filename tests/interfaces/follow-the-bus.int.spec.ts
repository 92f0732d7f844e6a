import { readFileSync } from 'node:fs';
import type { IsoDate } from '@demarche/contracts';
import { messageOf } from '@demarche/messaging';
import { type BusConnection, connectNats, natsMessageLog } from '@demarche/messaging/nats';
import { natsInstalled, startNats } from '@demarche/testing';
import { generateScenario } from '@demarche/testing/scenario';
import { connect, DeliverPolicy, type JsMsg } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { misfitsOfMessage } from './async-api-document.ts';

const told = JSON.parse(readFileSync(new URL('../../services/cli/asyncapi.json', import.meta.url), 'utf8'));
/** All that a stranger has: the names that the document gives. */
const [, STREAM = ''] = /stream called `(\w+)`/.exec(told.info.description) ?? [];
const [, POSITION = ''] = /whose header `([\w-]+)` is higher/.exec(told.info.description) ?? [];
const [, PREVIOUS = ''] =
  /The header `([\w-]+)` names the position of the event before/.exec(told.info.description) ?? [];

const history = [
  ...generateScenario({ seed: 11, countries: 2, fromYear: 2024, toYear: 2026, today: '2026-09-09' as IsoDate }),
].slice(0, 300);

const connected = async (bus: BusConnection): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = bus.onConnected(resolve);
  if (bus.trouble === undefined) resolve();
  await promise;
  stop();
};

const installed = natsInstalled();

describe.skipIf(installed !== true)(
  `a program that knows nothing but the AsyncAPI document${installed === true ? '' : ` (skipped: ${installed})`}`,
  () => {
    let end: () => Promise<void>;
    let follow: (from: number, count: number) => Promise<JsMsg[]>;

    beforeAll(async () => {
      const server = await startNats();
      const bus = connectNats({ servers: [server.url], name: 'the relay of this spec' });
      const log = natsMessageLog(bus, { ensures: true });
      await connected(bus);
      await log.end();
      for (const [index, event] of history.entries())
        await log.publish(messageOf(event, history[index - 1]?.position ?? 0), index);

      const stranger = await connect({ servers: server.url });
      follow = async (from, count) => {
        const beginning = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: from };
        const consumer = await stranger.jetstream().consumers.get(STREAM, beginning);
        const messages: JsMsg[] = [];
        for await (const message of await consumer.fetch({ max_messages: count, expires: 20_000 }))
          messages.push(message);
        return messages;
      };
      end = async () => {
        await stranger.close();
        await bus.close();
        await server.close();
      };
    }, 60_000);
    afterAll(() => end());

    const positionOf = (message: JsMsg | undefined, header = POSITION): number => Number(message?.headers?.get(header));

    test('has every event from the first on, each as documented, in order and without a gap', async () => {
      const messages = await follow(1, history.length);
      const misfits = messages.flatMap(({ headers, data, subject }) =>
        misfitsOfMessage({
          headers: Object.fromEntries([...(headers ?? [])].map(([name, values]) => [name, values[0]])),
          payload: JSON.parse(new TextDecoder().decode(data)),
          subject,
        }),
      );
      expect(misfits).toEqual([]);
      expect(messages.map((message) => positionOf(message))).toEqual(history.map(({ position }) => position));
      expect(messages.map((message) => positionOf(message, PREVIOUS))).toEqual([
        0,
        ...history.slice(0, -1).map(({ position }) => position),
      ]);
    });

    test('goes on after a position, which it finds by halves', async () => {
      const after = history[170]?.position ?? 0;
      let [low, high] = [1, history.length + 1];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const [message] = await follow(middle, 1);
        if (positionOf(message) > after) high = middle;
        else low = middle + 1;
      }
      expect((await follow(low, 1)).map((message) => positionOf(message))).toEqual([history[171]?.position]);
    });
  },
);
