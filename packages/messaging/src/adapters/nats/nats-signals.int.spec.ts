import { describe, expect, onTestFinished, test } from 'vitest';
import { signalsContract } from '../../signals.contract.ts';
import { anythingMayHaveChanged, type ChangeSignal, type Signals } from '../../signals.ts';
import {
  connected,
  connectedForOne,
  describeWithNats,
  impatiently,
  natsForAll,
  natsForOne,
  patience,
} from '../../spec-kit/nats-for-specs.ts';
import { natsSignals, SIGNALS_SUBJECT } from './nats-signals.ts';

const changed = (position: number): ChangeSignal => ({ position, countries: ['XKD'], subjects: ['XKD-2024-01'] });

/** What one who subscribes now hears until the test is over. */
const heardBy = (signals: Signals): readonly ChangeSignal[] => {
  const heard: ChangeSignal[] = [];
  onTestFinished(signals.subscribe((signal) => void heard.push(signal)));
  return heard;
};

describeWithNats('with a real server', () => {
  const server = natsForAll();

  signalsContract('Signals over NATS', async () => {
    const bus = impatiently(server());
    await connected(bus);
    return { signals: natsSignals(bus), close: () => bus.close() };
  });

  describe('given the connection was lost', () => {
    test('when it is back, then whoever listens is told that anything may have changed, and hears on', async () => {
      const nats = await natsForOne();
      const bus = connectedForOne(nats);
      const signals = natsSignals(bus);
      await connected(bus);
      const heard = heardBy(signals);
      await nats.kill();
      await expect.poll(() => bus.trouble, patience).toBeDefined();
      expect(heard).toEqual([]);

      await nats.start();
      await expect.poll(() => heard, patience).toEqual([anythingMayHaveChanged(0)]);
      signals.publish(changed(7));
      await expect.poll(() => heard.at(-1), patience).toEqual(changed(7));
    });

    test('then what is published meanwhile is lost without harm, and others are told once it is back', async () => {
      const nats = await natsForOne();
      const [bus, other] = [connectedForOne(nats), connectedForOne(nats)];
      const signals = natsSignals(bus);
      await Promise.all([connected(bus), connected(other)]);
      const heard = heardBy(natsSignals(other));
      await nats.kill();
      await expect.poll(() => bus.trouble, patience).toBeDefined();
      signals.publish(changed(8));
      await nats.start();

      // Whichever of the two is back first, nobody has to hear the other for that.
      await expect.poll(() => heard, patience).toContainEqual(anythingMayHaveChanged(0));
      expect(heard).not.toContainEqual(changed(8));
      await connected(bus);
      signals.publish(changed(9));
      await expect.poll(() => heard, patience).toContainEqual(changed(9));
    });

    test('then whoever stayed connected hears from the one who was away up to where that one has come', async () => {
      const nats = await natsForOne();
      const [bus, other] = [connectedForOne(nats), connectedForOne(nats)];
      const signals = natsSignals(bus);
      await Promise.all([connected(bus), connected(other)]);
      const heard = heardBy(natsSignals(other));
      await other.live().flush();
      signals.publish(changed(8));
      await expect.poll(() => heard, patience).toEqual([changed(8)]);

      await bus.live().close();
      await expect.poll(() => heard, patience).toEqual([changed(8), anythingMayHaveChanged(8)]);
    });
  });

  test.each([
    ['no JSON', 'Dear colleague'],
    ['nothing', ''],
    ['JSON cut off', JSON.stringify(changed(1)).slice(0, -1)],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00, 0x7b)],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['no position', JSON.stringify({ countries: [], subjects: [] })],
    ['a position that is none', JSON.stringify({ ...changed(1), position: '1' })],
    ['a position beyond all', JSON.stringify({ ...changed(1), position: 1e300 })],
    ['one country', JSON.stringify({ ...changed(1), countries: 'XKD' })],
    ['countries that are none', JSON.stringify({ ...changed(1), countries: [7] })],
    ['no subjects', JSON.stringify({ position: 1, countries: [] })],
    ['subjects that are none', JSON.stringify({ ...changed(1), subjects: [null] })],
    ['traces that are none', JSON.stringify({ ...changed(1), traceparents: [{}] })],
  ])('%s that somebody else sends there is passed over, and what comes behind it is heard', async (_, payload) => {
    const troubles: unknown[] = [];
    const bus = connectedForOne(server(), { onTrouble: (error) => troubles.push(error) });
    const signals = natsSignals(bus);
    await connected(bus);
    // On a busy machine that may have taken more than one attempt.
    troubles.splice(0);
    const heard = heardBy(signals);
    bus.live().publish(SIGNALS_SUBJECT, payload);
    signals.publish(changed(2));
    await expect.poll(() => heard, patience).toEqual([changed(2)]);
    expect(troubles).toEqual([]);
  });
});
