import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectNats, natsMessageLog } from '@demarche/messaging/nats';
import { natsInstalled } from '@demarche/testing';
import { type ConnectionOptions, connect, consumerOpts, type NatsConnection } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from './free-ports.ts';
import { natsByFile, type RunningNats } from './nats-by-file.ts';
import { waitUntil } from './wait-until.ts';

const installed = natsInstalled();
const STREAM = 'DEMARCHE';
const SUBJECT = 'demarche.engagement.PromiseMade.XKD';
/** What is forbidden is refused, however long a busy machine takes to say so. */
const patient = { timeout: 20_000 };
const services = { user: 'demarche', pass: 'of-the-services' };
const reader = { user: 'reader', pass: 'of-the-reader', inboxPrefix: '_INBOX_reader' };

describe.skipIf(installed !== true)(
  `a program outside that may read the bus${installed === true ? '' : ` (skipped: ${installed})`}`,
  () => {
    let folder: string;
    let server: RunningNats;
    let [own, outside]: NatsConnection[] = [];
    let as: (account: ConnectionOptions) => Promise<NatsConnection>;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'demarche-reader-'));
      const [port] = await freePorts(1);
      const servers = [`nats://127.0.0.1:${port}`];
      server = natsByFile({
        file: 'outside.conf',
        folder,
        instead: { '0.0.0.0:4222': `127.0.0.1:${port}` },
        variables: { NATS_PASSWORD: services.pass, READER_PASSWORD: reader.pass },
      });
      await server.start();
      as = (account) => connect({ servers, ...account });
      const relay = connectNats({
        servers,
        name: 'the relay of this spec',
        user: services.user,
        password: services.pass,
      });
      await waitUntil('the services are let in', async () => relay.trouble ?? '');
      await natsMessageLog(relay, { ensures: true }).end();
      await relay.close();
      [own, outside] = [await as(services), await as(reader)];
      for (const said of ['first', 'second', 'third']) await own.jetstream().publish(SUBJECT, said);
    }, 60_000);
    afterAll(async () => {
      await outside?.close();
      await own?.close();
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    const bus = () => outside as NatsConnection;

    test('reads it from any message on, and follows what comes', async () => {
      const consumer = await bus().jetstream().consumers.get(STREAM, { opt_start_seq: 2 });
      const messages = await consumer.consume({ max_messages: 10 });
      const heard: string[] = [];
      for await (const message of messages) {
        heard.push(message.string());
        if (heard.length === 2) await own?.jetstream().publish(SUBJECT, 'fourth');
        if (heard.length === 3) break;
      }
      await messages.close();
      expect(heard).toEqual(['second', 'third', 'fourth']);
    });

    test('may have it sent by a consumer in order, and looks for a position as the document says', async () => {
      const options = consumerOpts();
      options.orderedConsumer();
      for await (const message of await bus().jetstream().subscribe('demarche.>', options)) {
        expect(message.string()).toBe('first');
        break;
      }
      const manager = await bus().jetstreamManager();
      expect((await manager.streams.getMessage(STREAM, { seq: 2 })).subject).toBe(SUBJECT);
    });

    test('changes nothing', async () => {
      const manager = await bus().jetstreamManager(patient);
      const { messages } = (await manager.streams.info(STREAM)).state;
      const tried = [
        () => bus().jetstream().publish(SUBJECT, 'made up', patient),
        () => manager.streams.purge(STREAM),
        () => manager.streams.deleteMessage(STREAM, 1),
        () => manager.streams.update(STREAM, { max_msgs: 1 }),
        () => manager.streams.add({ name: 'ANOTHER', subjects: ['another.>'] }),
        () => manager.streams.delete(STREAM),
      ];
      for (const one of tried) await expect(one()).rejects.toThrow(/Permissions Violation/);
      expect((await manager.streams.info(STREAM)).state.messages).toBe(messages);
    });

    test.each(['demarche-signals.>', '_INBOX.>', '>'])('does not hear %s', async (subject) => {
      const refused = Promise.withResolvers<Error | null>();
      bus().subscribe(subject, { callback: refused.resolve });
      expect(String(await refused.promise)).toContain('Permissions Violation');
    });

    test('is not let in without its password', async () => {
      await expect(as({})).rejects.toThrow(/Authorization Violation/i);
    });
  },
);
