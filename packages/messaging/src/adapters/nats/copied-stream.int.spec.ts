import { expect, test } from 'vitest';
import type { MessageLog } from '../../message-log.ts';
import {
  connected,
  connectedForOne,
  describeWithNats,
  managerOf,
  natsForOne,
  settingsOfSpecs,
} from '../../spec-kit/nats-for-specs.ts';
import { ensureStream } from './ensure-stream.ts';
import { natsMessageLog } from './nats-message-log.ts';

/** A server makes up for an original that was away within seconds, newer ones within a minute. */
const LONG_MS = 600_000;
const patience = { timeout: LONG_MS / 4, interval: 50 };

/** More than there is between two signs of life. */
const SILENCE_MS = 3_000;

const heardFor = async (log: MessageLog): Promise<number> => {
  const original = await log.original();
  return original?.silentForMs ?? Number.POSITIVE_INFINITY;
};

describeWithNats('a stream that copies another', () => {
  test('tells how long the other has been silent, though nothing is published: not at all, longer and longer, not any more', {
    timeout: LONG_MS,
  }, async () => {
    const bus = connectedForOne(await natsForOne());
    await connected(bus);
    const settings = settingsOfSpecs();
    await ensureStream(bus, { settings });
    const { streams } = await managerOf(bus);
    await streams.add({ name: 'COPY', mirror: { name: settings.name } });
    const copy = natsMessageLog(bus, { settings: { name: 'COPY', subjects: [] } });

    await expect.poll(() => heardFor(copy), patience).toBeLessThan(SILENCE_MS);
    await streams.delete(settings.name);
    await expect.poll(() => heardFor(copy), patience).toBeGreaterThan(SILENCE_MS);
    const before = await heardFor(copy);
    await expect.poll(() => heardFor(copy), patience).toBeGreaterThan(before);
    await ensureStream(bus, { settings });
    await expect.poll(() => heardFor(copy), patience).toBeLessThan(SILENCE_MS);
  });

  test('given it was never heard since the server was started, then it does not say when', {
    timeout: LONG_MS,
  }, async () => {
    const bus = connectedForOne(await natsForOne());
    const { streams } = await managerOf(bus);
    await streams.add({ name: 'COPY', mirror: { name: 'DEMARCHE', external: { api: '$JS.centre.API', deliver: '' } } });
    const copy = natsMessageLog(bus, { settings: { name: 'COPY', subjects: [] } });
    expect(await copy.original()).toEqual({ silentForMs: null, missing: 0 });
  });
});
