import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CommandClient, Officer, TagRecommendation } from '@demarche/contracts';
import { listenAtOwnPort, serviceKeyOf } from '@demarche/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { type CommandRoute, commandRoute } from '../command-route.ts';
import { createHttpApp } from '../http-app.ts';
import { createLogger } from '../logger.ts';
import { mountCommands } from '../mount-commands.ts';
import { CommandServiceUnreachable, httpCommands } from './http-commands.ts';
import { inProcessCommands } from './in-process-commands.ts';
import { trustedHeaderIdentity } from './trusted-header-identity.ts';

const key = serviceKeyOf('shared by both services');
const officer = Officer.parse({ id: 'ines.okafor', name: 'Inés Okafor', role: 'rpa_lead', post: 'Washington' });
const input = { reference: 'XKD-2026-01', pillars: ['protection'], standards: [] };
/** No system hands it out, and `fetch` does not refuse it. */
const NOBODYS_PORT = 2;
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Answers with what it was given, so that a test sees what arrived. */
const echo = (): { route: CommandRoute; seen: unknown[] } => {
  const seen: unknown[] = [];
  const route = commandRoute(
    { now: () => '2026-09-09T12:00:00.000Z' },
    TagRecommendation,
    async (command, envelope) => {
      seen.push({ command, envelope });
      const at = { subject: command.reference, location: `/recommendations/${command.reference}` };
      if (envelope.ifMatch === 9) return { outcome: 'stale', currentRevision: 4, ...at };
      return { outcome: 'unchanged', revision: 3, position: 12, ...at };
    },
  );
  return { route, seen };
};

const listen = async (listener: Parameters<typeof createServer>[1]): Promise<string> => {
  const server = createServer(listener as never).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const overHttp = (address: string, timeout = 10_000, signingKey = key): CommandClient =>
  httpCommands({
    addresses: { recommendations: address, engagements: address, commitments: address },
    key: signingKey,
    timeout,
  });

const clients: readonly [string, (route: CommandRoute) => Promise<CommandClient>][] = [
  ['in this process', async (route) => inProcessCommands([route])],
  [
    'over HTTP',
    async (route) => {
      const app = createHttpApp({
        logger: createLogger({ service: 'test', level: 'silent' }),
        mount: (mounted) => mounted.use('/api', mountCommands([route], trustedHeaderIdentity(key))),
      });
      return overHttp(`${await listen(app)}/api`);
    },
  ],
];

describe.each(clients)('a command sent %s', (_way, clientOf) => {
  const send = async (more: object, sent: unknown = input) => {
    const { route, seen } = echo();
    const client = await clientOf(route);
    const options = { commandId: randomUUID(), officer, correlationId: 'visit-42', ...more };
    return { result: await client.send('tag-recommendation', sent, options), seen, options };
  };

  test('arrives with its input, its key, its officer and its correlation id', async () => {
    const { result, seen, options } = await send({ ifMatch: 3 });

    expect(result).toMatchObject({
      outcome: 'answered',
      status: 200,
      answer: { subject: 'XKD-2026-01', revision: 3, position: 12 },
    });
    expect(seen).toMatchObject([
      {
        command: { ...input, officer },
        envelope: { commandId: options.commandId, correlationId: 'visit-42', ifMatch: 3 },
      },
    ]);
  });

  test('is refused where the record has moved on', async () => {
    expect((await send({ ifMatch: 9 })).result).toMatchObject({
      outcome: 'refused',
      problem: { code: 'stale', currentRevision: 4 },
    });
  });

  test('is refused field by field where it is malformed', async () => {
    expect((await send({}, { reference: 'XKD-2026-01', pillars: ['politeness'] })).result).toMatchObject({
      outcome: 'refused',
      problem: { code: 'malformed', errors: [{ field: 'pillars.0' }, { field: 'standards' }] },
    });
  });

  test('is refused without a key', async () => {
    expect((await send({ commandId: '' })).result).toMatchObject({ problem: { code: 'missing-idempotency-key' } });
  });

  test('of an unknown name is a fault of the caller', async () => {
    const client = await clientOf(echo().route);

    await expect(
      client.send('praise-minister', {}, { commandId: randomUUID(), officer, correlationId: 'c' }),
    ).rejects.toThrow('praise-minister');
  });
});

describe('over HTTP', () => {
  const options = { commandId: randomUUID(), officer, correlationId: 'c' };
  const sendTo = (address: string, timeout = 60_000) =>
    overHttp(address, timeout).send('tag-recommendation', input, options);

  test('a field of the body that contradicts the address is refused', async () => {
    const client = await listen(
      createHttpApp({
        logger: createLogger({ service: 'test', level: 'silent' }),
        mount: (mounted) => mounted.use(mountCommands([echo().route], { identify: async () => officer })),
      }),
    );
    const response = await fetch(`${client}/recommendations/XKD-2026-01/tags`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ ...input, reference: 'XKD-2026-02' }),
    });

    expect(await response.json()).toMatchObject({ status: 400, errors: [{ field: 'reference' }] });
  });

  test('an officer whom another key vouches for has not to sign in: the services are to be mended', async () => {
    const app = createHttpApp({
      logger: createLogger({ service: 'test', level: 'silent' }),
      mount: (mounted) => mounted.use(mountCommands([echo().route], trustedHeaderIdentity(key))),
    });
    const client = overHttp(await listen(app), 10_000, serviceKeyOf('another key'));

    expect(await client.send('tag-recommendation', input, options)).toMatchObject({
      problem: { code: 'gateway-not-believed', status: 503, detail: expect.stringContaining('DEMARCHE_OFFICER_KEY') },
    });
  });

  test.each(['127.0.0.1', 'localhost'])('nothing arrived at a service that is not there, on %s', async (host) => {
    const unreachable = await sendTo(`http://${host}:${NOBODYS_PORT}`).catch((error: unknown) => error);
    expect(unreachable).toBeInstanceOf(CommandServiceUnreachable);
    expect(unreachable).toMatchObject({ nothingArrived: true });
  });

  test('what may have arrived at first is not said to be nowhere because nobody is there afterwards', async () => {
    const server = createServer((request) => {
      server.close();
      request.socket.destroy();
    });
    const address = `http://127.0.0.1:${await listenAtOwnPort(server)}`;
    await expect(sendTo(address)).rejects.toMatchObject({
      cause: { cause: { code: 'ECONNREFUSED' } },
      nothingArrived: false,
    });
  });

  test('a service that breaks off, as when it is started anew, is sent the same once more, under the same key', async () => {
    const { route, seen } = echo();
    const app = createHttpApp({
      logger: createLogger({ service: 'test', level: 'silent' }),
      mount: (mounted) => mounted.use(mountCommands([route], trustedHeaderIdentity(key))),
    });
    const keys: unknown[] = [];
    const address = await listen((request, response) => {
      keys.push(request.headers['idempotency-key']);
      if (keys.length < 3) request.socket.destroy();
      else app(request, response);
    });

    expect(await sendTo(address)).toMatchObject({ outcome: 'answered' });
    expect(keys).toEqual([options.commandId, options.commandId, options.commandId]);
    expect(seen).toHaveLength(1);
  });

  test('a service that does not answer in time is unreachable', async () => {
    const address = await listen(() => undefined);

    await expect(sendTo(address, 50)).rejects.toMatchObject({ nothingArrived: false });
  });

  test('an answer that no write service gives is not taken for one', async () => {
    const address = await listen((_request, response) => response.writeHead(200).end('<h1>Welcome to the proxy</h1>'));

    await expect(sendTo(address)).rejects.toThrow('answered 200');
  });
});
