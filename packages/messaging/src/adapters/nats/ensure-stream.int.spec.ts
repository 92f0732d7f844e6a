import { exampleEvent, exampleStream } from '@demarche/event-store/contract';
import { startNats } from '@demarche/testing';
import { expect, onTestFinished, test } from 'vitest';
import { messageOf } from '../../event-message.ts';
import { BusRefused, BusUnavailable } from '../../message-log.ts';
import { connected, connectedForOne, describeWithNats, managerOf } from '../../spec-kit/nats-for-specs.ts';
import { natsMessageLog } from './nats-message-log.ts';
import { LARGEST_MESSAGE_BYTES, streamSettings } from './stream-settings.ts';

const busThatTakes = async (maxPayload: string) => {
  const nats = await startNats({ maxPayload });
  onTestFinished(() => nats.close());
  const bus = connectedForOne(nats);
  await connected(bus);
  return bus;
};
const SENTENCE = 'set max_payload to 4MB in the configuration of its servers';

describeWithNats('a bus whose servers take', () => {
  test.each([
    ['the least that an event can need', `${LARGEST_MESSAGE_BYTES}`],
    ['what is recommended', '4MB'],
  ])('%s is used', async (_, maxPayload) => {
    const bus = await busThatTakes(maxPayload);
    expect(await natsMessageLog(bus, { ensures: true }).end()).toMatchObject({ lastSequence: 0 });
  });

  test.each([
    ['a byte less than an event can need', `${LARGEST_MESSAGE_BYTES - 1}`, LARGEST_MESSAGE_BYTES - 1],
    ['what NATS takes where nothing is said', '1MB', 1_048_576],
  ])('%s is refused before anything is published, with what to set', async (_, maxPayload, bytes) => {
    const bus = await busThatTakes(maxPayload);
    const asked = natsMessageLog(bus, { ensures: true }).end();
    await expect(asked).rejects.toThrow(BusRefused);
    await expect(asked).rejects.toThrow(`at most ${bytes} bytes, and an event can need 1310720: ${SENTENCE}`);
    expect(await (await managerOf(bus)).streams.names().next()).toEqual([]);
  });

  test('less than this event needs says so when it is published all the same, and nothing of it is taken', async () => {
    const bus = await busThatTakes('64KB');
    await (await managerOf(bus)).streams.add(streamSettings());
    const log = natsMessageLog(bus);
    const event = { ...exampleEvent({ text: 'x'.repeat(70_000) }), stream: exampleStream(), revision: 0, position: 7 };
    const publishing = log.publish(messageOf(event, 0), 0);
    await expect(publishing).rejects.toThrow(BusUnavailable);
    await expect(publishing).rejects.toThrow(/does not take the event at position 7, whose message has 7\d{4} bytes: /);
    await expect(publishing).rejects.toThrow(SENTENCE);
    expect(await log.end()).toMatchObject({ lastSequence: 0 });
  });
});
