import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { Officer, type QueryClient } from '@demarche/contracts';
import { createHttpApp, createHttpServer, createLogger, type ServerLimits } from '@demarche/service-kit';
import { expect, onTestFinished, test } from 'vitest';
import { importPreviewBodies, importPreviewRoute } from './import-preview.route.ts';
import { narrativeReader } from './narrative-reader.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const ines = Officer.parse({ id: 'ines.okafor', name: 'Ines Okafor', role: 'rpa_lead', post: 'Washington' });
const nobodyKnown: QueryClient = {
  ask: async (questions) => ({
    at: { validTime: '2026-09-09', systemPosition: 1, position: 1, behind: false },
    results: questions.map(() => ({ page: { rows: [], hasNextPage: false, endCursor: null } })),
  }),
};
const REQUEST_MS = 500;

const serve = async (limits: Partial<ServerLimits> = {}): Promise<number> => {
  const reader = narrativeReader();
  const route = importPreviewRoute({ reader, queries: nobodyKnown }, { identify: async () => ines });
  const app = createHttpApp({ logger, bodies: importPreviewBodies, mount: (mounted) => mounted.use(route) });
  const server = createHttpServer(app, limits).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await reader.close();
  });
  return (server.address() as AddressInfo).port;
};

const file = { name: 'kaldara.txt', contentBase64: Buffer.from('Minutes of the harbour board.').toString('base64') };
const BODY = JSON.stringify({ files: [file], hints: {} });

interface Upload {
  readonly sent: ClientRequest;
  readonly answered: Promise<[IncomingMessage]>;
}

const begin = (port: number): Upload => {
  const headers = { 'content-type': 'application/json' };
  const sent = request({ port, method: 'POST', path: '/import/preview', headers }).on('error', () => undefined);
  sent.write(' ');
  return { sent, answered: once(sent, 'response') as Promise<[IncomingMessage]> };
};

const statusOf = async ({ answered }: Upload): Promise<number | undefined> => {
  const [response] = await answered;
  await text(response);
  return response.statusCode;
};

test('files that arrive slowly are read once they have come, and hold up nobody meanwhile', async () => {
  const port = await serve({ requestMs: REQUEST_MS, requestBytes: 1 });
  const slow = Array.from({ length: 3 }, () => begin(port));
  const sending = setInterval(() => {
    for (const { sent } of slow) sent.write(' ');
  }, 10);
  onTestFinished(() => clearInterval(sending));
  await delay(3 * REQUEST_MS);
  const quick = begin(port);
  quick.sent.end(BODY);
  expect(await statusOf(quick)).toBe(200);
  clearInterval(sending);
  for (const { sent } of slow) sent.end(BODY);
  expect(await Promise.all(slow.map(statusOf))).toEqual([200, 200, 200]);
});

test('no more arrive at once than can be held; whoever comes on top is told when to come again', async () => {
  const port = await serve();
  const uploads = Array.from({ length: 9 }, () => begin(port));
  const [refusal] = await Promise.race(uploads.map(({ answered }) => answered));
  expect([refusal.statusCode, refusal.headers['retry-after']]).toEqual([503, expect.stringMatching(/^\d+$/)]);
  expect(JSON.parse(await text(refusal))).toMatchObject({ code: 'busy' });
  for (const { sent } of uploads) sent.end(BODY);
  const answers = await Promise.all(uploads.map(({ answered }) => answered));
  expect(answers.map(([{ statusCode }]) => statusCode).toSorted()).toEqual([...Array(8).fill(200), 503]);
  const next = begin(port);
  next.sent.end(BODY);
  expect(await statusOf(next)).toBe(200);
});
