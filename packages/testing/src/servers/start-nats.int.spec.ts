import { connect, type NatsConnection } from 'nats';
import { describe, expect, onTestFinished, test } from 'vitest';
import { natsInstalled } from './nats-installed.ts';
import { startNats } from './start-nats.ts';

const installed = natsInstalled();

const started = async (...options: Parameters<typeof startNats>) => {
  const nats = await startNats(...options);
  onTestFinished(() => nats.close());
  return nats;
};

const connected = async (url: string, further = {}): Promise<NatsConnection> => {
  const connection = await connect({ servers: url, reconnect: false, ...further });
  onTestFinished(() => connection.close());
  return connection;
};

const streamsAt = async (url: string): Promise<readonly string[]> => {
  const manager = await (await connected(url)).jetstreamManager();
  return (await manager.streams.names().next()) as readonly string[];
};

describe.skipIf(installed !== true)(
  `a NATS server of a test${installed === true ? '' : ` (skipped: ${installed})`}`,
  () => {
    const made = async (url: string) => {
      const manager = await (await connected(url)).jetstreamManager();
      await manager.streams.add({ name: 'KEPT', subjects: ['kept.>'] });
    };

    test('killed and started again, it is where it was and holds what it held, under another process id', async () => {
      const nats = await started();
      await made(nats.url);
      const before = nats.pid;
      await nats.kill();
      expect(nats.pid).toBeUndefined();
      await nats.start();
      expect(await streamsAt(nats.url)).toEqual(['KEPT']);
      expect(nats.pid).not.toBe(before);
    });

    test('stopped and wiped, it holds nothing', async () => {
      const nats = await started();
      await made(nats.url);
      expect(() => nats.wipe()).toThrow('still runs');
      await nats.stop();
      nats.wipe();
      await nats.start();
      expect(await streamsAt(nats.url)).toEqual([]);
    });

    test('paused, it does not answer; resumed, it does', async () => {
      const nats = await started();
      const connection = await connected(nats.url);
      await nats.pause();
      const answer = connection.flush().then(() => 'answered');
      const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300, 'silence'))]);
      expect(first).toBe('silence');
      nats.resume();
      expect(await answer).toBe('answered');
    });

    test('paused, it can still be killed and stopped', async () => {
      const nats = await started();
      await nats.pause();
      await nats.kill();
      await nats.start();
      await nats.pause();
      await nats.stop();
      expect(nats.pid).toBeUndefined();
    });

    test('two at once are two', async () => {
      const [one, other] = await Promise.all([started(), started()]);
      await made(one.url);
      expect(await streamsAt(other.url)).toEqual([]);
    });

    test('with a user and a password it takes nobody else', async () => {
      const nats = await started({ user: 'demarche', password: 'kaldara' });
      await expect(connect({ servers: nats.url, reconnect: false })).rejects.toThrow('Authorization');
      const connection = await connected(nats.url, { user: 'demarche', pass: 'kaldara' });
      await expect(connection.flush()).resolves.toBeUndefined();
    });
  },
);
