import { type RunningService, runService, runToItsEnd } from '@demarche/testing';
import { afterEach, describe, expect, test } from 'vitest';

const main = new URL('main.ts', import.meta.url);

let service: RunningService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

describe('the console in a process of its own', { timeout: 60_000 }, () => {
  test('starts and stays while the gateway is away, says so, and stops when asked', async () => {
    service = await runService(main, { DEMARCHE_GATEWAY: 'http://127.0.0.1:9', DEMARCHE_MARKING: 'SENSITIVE' });
    expect(await (await fetch(`${service.address}/livez`)).json()).toEqual({ status: 'pass' });
    expect(await (await fetch(`${service.address}/readyz`)).json()).toMatchObject({
      checks: { gateway: { status: 'warn', trouble: expect.stringContaining('does not answer'), answers: false } },
    });
    expect(await (await fetch(`${service.address}/console-config`)).json()).toEqual({
      marking: 'SENSITIVE',
      demonstration: false,
      drafts: 'tab',
    });
    const away = await fetch(`${service.address}/graphql`, { method: 'POST', body: '{}' });
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await service.stop()).toBe(0);
  });

  test('does not start without knowing where the gateway is, and says everything that is wrong at once', async () => {
    const { exitCode, errors } = await runToItsEnd(main, { DEMARCHE_PORT: 'high', DEMARCHE_DEMONSTRATION: 'maybe' });
    expect(exitCode).toBe(1);
    for (const name of ['DEMARCHE_PORT', 'DEMARCHE_GATEWAY', 'DEMARCHE_DEMONSTRATION']) expect(errors).toContain(name);
  });
});
