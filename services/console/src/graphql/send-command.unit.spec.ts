import { afterEach, describe, expect, test, vi } from 'vitest';
import { ask } from './ask.ts';
import { sendCommand } from './send-command.ts';

afterEach(() => vi.unstubAllGlobals());

/** What stands at the other end of the line answers so. */
const answered = (status: number, body: object, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status, headers }));

const error = (code: string) => ({ data: { logEngagement: null }, errors: [{ message: '…', extensions: { code } }] });
const command = { name: 'logEngagement', input: {}, idempotencyKey: crypto.randomUUID() } as const;
const away = {
  type: 'urn:demarche:problem:gateway-unavailable',
  title: 'Away',
  status: 503,
  code: 'gateway-unavailable',
};

describe('a command', () => {
  test.each(['service-unavailable', 'too-slow', 'internal-error'])(
    'that failed with %s is not said to be unrecorded: nobody knows',
    async (code) => {
      answered(200, error(code));
      expect(await sendCommand(command)).toMatchObject({ outcome: 'lost', reason: expect.stringMatching(/Demarche/) });
    },
  );

  test('that the gateway refused is not recorded', async () => {
    answered(200, error('malformed'));
    expect(await sendCommand(command)).toMatchObject({ outcome: 'refused', refusal: { title: 'It was not recorded' } });
  });

  test('whose service is away may be recorded or not', async () => {
    const { errors } = error('service-unavailable');
    answered(503, { errors, extensions: { problem: away } }, { 'retry-after': '2' });
    expect(await sendCommand(command)).toMatchObject({
      outcome: 'lost',
      reason: expect.stringContaining('does not answer'),
    });
  });

  test('that did not reach its service is not recorded, and that is said', async () => {
    const message = 'Nothing was recorded now, for nothing arrived there.';
    const errors = [{ message, extensions: { code: 'service-unreachable' } }];
    answered(503, { errors, extensions: { problem: away } }, { 'retry-after': '2' });
    expect(await sendCommand(command)).toMatchObject({
      outcome: 'refused',
      refusal: { title: 'It was not recorded', detail: message },
    });
  });

  test('that did not reach the gateway is lost', async () => {
    answered(503, away);
    expect(await sendCommand(command)).toMatchObject({ outcome: 'lost', reason: expect.stringContaining('503') });
  });
});

test('a question that did not reach the gateway has no answer, not an empty one, and is worth asking again', async () => {
  answered(503, away, { 'retry-after': '2' });
  await expect(ask('{ viewer { name } }', {})).rejects.toMatchObject({ kind: 'offline', retryAfterMs: 2_000 });
});

test.each([
  ['', 2_000],
  ['0', 2_000],
  ['1', 2_000],
  ['30', 30_000],
])('a question told to come back after "%s" seconds waits %i ms', async (told, retryAfterMs) => {
  answered(503, away, { 'retry-after': told });
  await expect(ask('{ viewer { name } }', {})).rejects.toMatchObject({ kind: 'offline', retryAfterMs });
});

test('a question that the views are away for is worth asking again', async () => {
  const { errors } = error('views-unavailable');
  answered(503, { errors, extensions: { problem: away } }, { 'retry-after': '2' });
  await expect(ask('{ viewer { name } }', {})).rejects.toMatchObject({
    kind: 'refused',
    code: 'views-unavailable',
    retryAfterMs: 2_000,
  });
});

test.each([
  [200, {}],
  [503, {}],
  [400, { 'retry-after': '2' }],
])('a question that is refused with %s and %j is not asked again by itself', async (status, headers) => {
  answered(status, error('too-deep'), headers as Record<string, string>);
  await expect(ask('{ viewer { name } }', {})).rejects.toMatchObject({ code: 'too-deep', retryAfterMs: undefined });
});
