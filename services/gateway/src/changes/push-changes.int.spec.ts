import { inProcessSignals } from '@demarche/messaging/in-process';
import { startTelemetry } from '@demarche/telemetry';
import { startCollector } from '@demarche/testing/collector';
import { expect, onTestFinished, test } from 'vitest';
import { pushChanges } from './push-changes.ts';

const change = { position: 5, countries: ['XKD'], subjects: ['XKD-2026-01'] };

/** Signals are delivered in microtasks of their own. */
const delivered = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const counted = () => {
  const signals = inProcessSignals();
  let subscriptions = 0;
  const subscribe: typeof signals.subscribe = (listener) => {
    subscriptions += 1;
    const stop = signals.subscribe(listener);
    return () => {
      subscriptions -= 1;
      stop();
    };
  };
  return { signals: { ...signals, subscribe }, subscriptions: () => subscriptions };
};

test('streams are listened for once, each hears everything, and the last to go ends it', async () => {
  const { signals, subscriptions } = counted();
  const changes = pushChanges(signals);
  const heard: string[] = [];
  const stopOne = changes.subscribe(() => heard.push('one'));
  const stopOther = changes.subscribe(() => heard.push('other'));
  expect(subscriptions()).toBe(1);

  changes.publish(change);
  await delivered();
  stopOne();
  changes.publish(change);
  await delivered();
  expect(heard).toEqual(['one', 'other', 'other']);

  stopOther();
  stopOther();
  expect(subscriptions()).toBe(0);
  changes.subscribe(() => heard.push('again'));
  changes.publish(change);
  await delivered();
  expect(heard.at(-1)).toBe('again');
});

test('a signal is pushed in the trace that it came from, in one span for all streams', async () => {
  const collector = await startCollector();
  const telemetry = await startTelemetry({ service: 'gateway', version: '0.1.0', endpoint: collector.endpoint });
  onTestFinished(async () => {
    await telemetry.stop();
    await collector.stop();
  });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const parentSpanId = 'b7ad6b7169203331';
  const changes = pushChanges(inProcessSignals());
  const heard: number[] = [];
  for (const stream of [1, 2, 3]) changes.subscribe(() => heard.push(stream));

  changes.publish({ ...change, traceparents: [`00-${traceId}-${parentSpanId}-01`] });
  changes.publish(change);
  await delivered();
  await telemetry.stop();

  expect(heard).toEqual([1, 2, 3, 1, 2, 3]);
  // Whoever stops does not wait for long until it has arrived.
  expect(await collector.until(() => collector.spans().length > 0 && collector.spans())).toMatchObject([
    { name: 'push change', traceId, parentSpanId, attributes: { 'demarche.listeners': 3 } },
  ]);
});
