import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createReadiness, type HealthReport, healthRoutes } from './health.ts';
import { createHttpApp } from './http-app.ts';
import { createLogger } from './logger.ts';

/** For longer than a spec takes, however busy the machine is. */
const KEPT_MS = 60_000;

/** A service whose store is as the spec says, and that counts how often it looks. */
const serve = async (keptMs = KEPT_MS) => {
  const store: { status: HealthReport['status']; looks: number } = { status: 'warn', looks: 0 };
  const readiness = createReadiness();
  const look = (): HealthReport => {
    store.looks += 1;
    return { status: store.status };
  };
  const app = createHttpApp({
    logger: createLogger({ service: 'test', level: 'silent' }),
    mount: (mounted) => mounted.use(healthRoutes({ store: look }, readiness, keptMs)),
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const ask = async (): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`);
    return ((await response.json()) as { status: string }).status;
  };
  return { store, readiness, ask };
};

test('however many ask whether it is ready, it looks once', async () => {
  const { store, ask } = await serve();
  expect(new Set(await Promise.all(Array.from({ length: 10 }, ask)))).toEqual(new Set(['warn']));
  expect(store.looks).toBe(1);
});

test('it looks anew for those who ask later', async () => {
  const { store, ask } = await serve(50);
  expect(await ask()).toBe('warn');
  store.status = 'fail';
  await expect.poll(ask, { timeout: 20_000 }).toBe('fail');
});

test('that it stops is said at once, whatever was found before', async () => {
  const { store, readiness, ask } = await serve();
  expect(await ask()).toBe('warn');
  readiness.drop();
  expect(await ask()).toBe('stopping');
  expect(store.looks).toBe(1);
});
