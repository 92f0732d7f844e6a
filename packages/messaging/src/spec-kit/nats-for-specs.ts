import {
  type BusConnection,
  connectNats,
  type NatsOptions,
  type StreamSettings,
  streamSettings,
} from '@demarche/messaging/nats';
import { type NatsServer, natsInstalled, startNats } from '@demarche/testing';
import type { JetStreamManager } from 'nats';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';

const installed = natsInstalled();

/** Specifications that need a real NATS server; skipped by name, with the reason, where none is installed. */
export const describeWithNats = (name: string, specify: () => void): void => {
  const reason = installed === true ? '' : ` (skipped: ${installed})`;
  describe.skipIf(reason !== '')(`${name}${reason}`, { timeout: 120_000 }, () => {
    specify();
  });
};

/** One server for all tests of a suite. */
export const natsForAll = (): (() => NatsServer) => {
  let server: NatsServer | undefined;
  beforeAll(async () => {
    server = await startNats();
  });
  afterAll(() => server?.close());
  return () => server as NatsServer;
};

/** A server for one test, which may do to it whatever it likes. */
export const natsForOne = async (): Promise<NatsServer> => {
  const server = await startNats();
  onTestFinished(() => server.close());
  return server;
};

/** A connection that comes back soon. A server that is busy with other things has its time. */
export const impatiently = (server: NatsServer, further: Partial<NatsOptions> = {}): BusConnection =>
  connectNats({
    servers: [server.url],
    name: 'specification',
    backOff: { firstMs: 20, mostMs: 100 },
    pingEveryMs: 5_000,
    ...further,
  });

/** As `impatiently`, ended with the test. */
export const connectedForOne = (server: NatsServer, further: Partial<NatsOptions> = {}): BusConnection => {
  const bus = impatiently(server, further);
  onTestFinished(() => bus.close());
  return bus;
};

export const connected = async (bus: BusConnection): Promise<void> => {
  if (bus.trouble === undefined) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = bus.onConnected(resolve);
  if (bus.trouble === undefined) resolve();
  await promise;
  stop();
};

export const managerOf = async (bus: BusConnection): Promise<JetStreamManager> => {
  await connected(bus);
  return bus.live().jetstreamManager({ timeout: ANSWER_WITHIN_MS });
};

/** On a busy machine anything takes its time: so long an answer may take that is sure to come. */
export const ANSWER_WITHIN_MS = 15_000;

/** For `expect.poll`. */
export const patience = { timeout: 30_000, interval: 10 };

/** As declared, except that a test may take messages out, and that ids are known for as long as a slow test runs. */
export const settingsOfSpecs = (): StreamSettings => ({
  ...streamSettings({ duplicateWindowMs: 60_000 }),
  deny_delete: false,
});
