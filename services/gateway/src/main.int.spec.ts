import { connectNats, natsSignals } from '@demarche/messaging/nats';
import { natsInstalled, type RunningService, runService, runToItsEnd, startNats } from '@demarche/testing';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';

const main = new URL('main.ts', import.meta.url);
const NOBODY = 'http://127.0.0.1:9';
const settings = {
  DEMARCHE_RECOMMENDATIONS: NOBODY,
  DEMARCHE_ENGAGEMENTS: NOBODY,
  DEMARCHE_COMMITMENTS: NOBODY,
  DEMARCHE_PROJECTIONS: NOBODY,
  DEMARCHE_BUS: 'nats://127.0.0.1:9',
  DEMARCHE_OFFICER_KEY: 'a secret of the specs, long enough to be one',
  DEMARCHE_SIGN_IN: 'demonstration',
  DEMARCHE_IDENTITY_KEY: 'another secret of the specs, long enough too',
  DEMARCHE_LOG: 'info',
};

/** For what a process does on a machine that is busy with other things. */
const patient = { timeout: 60_000 };

let gateway: RunningService | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const signedIn = async (address: string): Promise<string> => {
  const answer = await fetch(`${address}/identity/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'ines.okafor' }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

const graph = async (address: string, query: string, accept = 'application/json'): Promise<Response> =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, cookie: await signedIn(address) },
    body: JSON.stringify({ query }),
  });

/** What it says of its bus. */
const busOf = (address: string) => async () => {
  const readiness = (await (await fetch(`${address}/readyz`)).json()) as { readonly checks: { readonly bus: object } };
  return readiness.checks.bus;
};

const follow = async (address: string) => {
  const { body } = await graph(address, 'subscription { changes { position countries } }', 'text/event-stream');
  const reader = (body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return async (awaited: string, times = 1): Promise<string> => {
    while (heard.split(awaited).length <= times) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended before ${awaited}: ${heard}`);
      heard += value;
    }
    return heard;
  };
};

describe('the gateway in a process of its own', patient, () => {
  test('does not start without being told outright that anybody may sign in as anybody', async () => {
    const { DEMARCHE_SIGN_IN: _, ...unsaid } = settings;
    const { exitCode, errors } = await runToItsEnd(main, unsaid);
    expect(exitCode).toBe(1);
    expect(errors).toContain(
      'DEMARCHE_SIGN_IN is not set: must be demonstration, said outright: anybody who reaches Demarche may then act as any demonstration person, without a password.',
    );
    expect(errors.trim().split('\n')).toHaveLength(2);
  });

  test('signs in by a cookie for https alone, where it is told that people come by that', async () => {
    gateway = await runService(main, { ...settings, DEMARCHE_HTTPS: 'yes' });
    const answer = await fetch(`${gateway.address}/identity/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: 'ines.okafor' }),
    });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
  });

  test('starts and stays while everything behind it is away, and says what is', async () => {
    gateway = await runService(main, settings);
    const { address } = gateway;
    expect((await fetch(`${address}/livez`)).status).toBe(200);
    const readiness = await fetch(`${address}/readyz`);
    expect(readiness.status).toBe(503);
    expect(await readiness.json()).toMatchObject({
      status: 'fail',
      checks: {
        projections: {
          status: 'fail',
          replicas: [{ status: 'fail', error: expect.stringMatching(/does not answer/) }],
        },
        recommendations: { status: 'warn' },
        bus: { status: 'warn' },
      },
    });
    const away = await graph(address, '{ countries { totalCount } }');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await away.json()).toMatchObject({
      errors: [{ extensions: { code: 'views-unavailable', status: 503 } }],
    });
  });

  test('ends live streams with a word when it is asked to stop', async () => {
    gateway = await runService(main, settings);
    const hear = await follow(gateway.address);
    await hear(':\n\n');
    const stopped = gateway.stop();
    expect(await hear('event: complete')).toContain('event: complete');
    expect(await stopped).toBe(0);
  });

  const installed = natsInstalled();
  const reason = installed === true ? '' : ` (skipped: ${installed})`;
  test.skipIf(reason !== '')(
    `passes on what comes over the bus, once, and tells of a bus that was away${reason}`,
    async () => {
      const server = await startNats();
      onTestFinished(() => server.close());
      gateway = await runService(main, { ...settings, DEMARCHE_BUS: server.url });
      // What is said on the bus before it listens there is said to nobody.
      await expect.poll(busOf(gateway.address), patient).toEqual({ status: 'pass' });
      const hear = await follow(gateway.address);
      const replica = connectNats({ servers: [server.url], name: 'specification' });
      onTestFinished(() => replica.close());
      const signals = natsSignals(replica);
      const publish = async (position: number): Promise<void> => {
        for (let replicas = 0; replicas < 2; replicas += 1)
          signals.publish({ position, countries: ['XKD'], subjects: ['XKD-2026'] });
        await replica.live().flush();
      };
      await expect.poll(() => replica.trouble, patient).toBe(undefined);
      await publish(7);
      await hear('"position":7');
      await publish(8);
      const heard = await hear('"position":8');
      expect(heard.match(/"position":7/g)).toHaveLength(1);

      const told = heard.split('"countries":[]').length - 1;
      await server.kill();
      await server.start();
      expect(await hear('"countries":[]', told + 1)).toContain('"countries":[]');
    },
  );
});
