import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpCommands } from '@demarche/service-kit';
import { type RunningService, runService, runToItsEnd } from '@demarche/testing/run-service';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { content, omar } from './kaldara-stories.ts';

const main = new URL('main.ts', import.meta.url);
const DEMARCHE_OFFICER_KEY = 'a secret of the specs, long enough to be one';

let folder: string;
let settings: Record<string, string>;
let service: RunningService | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-commitments-'));
  settings = { DEMARCHE_STORE: join(folder, 'events.sqlite'), DEMARCHE_OFFICER_KEY };
});
afterEach(async () => {
  await service?.stop();
  service = undefined;
  await rm(folder, { recursive: true });
});

const commandsAt = (address: string) => {
  const api = `${address}/api`;
  const key = new TextEncoder().encode(DEMARCHE_OFFICER_KEY);
  return httpCommands({ addresses: { recommendations: api, engagements: api, commitments: api }, key });
};

describe('the service in a process of its own', () => {
  it('answers that it lives and how safe its store is, records a command, and stops when asked', async () => {
    service = await runService(main, settings);
    expect(await (await fetch(`${service.address}/livez`)).json()).toEqual({ status: 'pass' });
    const sent = await commandsAt(service.address).send(
      'record-forum-instrument',
      { forum: 'UNGA', documentSymbol: 'A/RES/99/1', ...content },
      { commandId: crypto.randomUUID(), officer: omar, correlationId: 'visit-42' },
    );
    expect(sent).toMatchObject({ outcome: 'answered', answer: { recorded: true } });
    expect(await (await fetch(`${service.address}/readyz`)).json()).toMatchObject({
      status: 'pass',
      checks: { store: { head: 1, journalMode: 'wal', synchronous: 2 } },
    });
    expect(await service.stop()).toBe(0);
  });

  it('believes nobody who does not hold the key', async () => {
    service = await runService(main, settings);
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const refused = await fetch(`${service.address}/api/forum-instruments`, { method: 'POST', headers, body: '{}' });
    expect(refused.status).toBe(401);
  });

  it('says everything that is wrong with its settings at once, and does not start', async () => {
    const { exitCode, errors } = await runToItsEnd(main, { DEMARCHE_PORT: 'harbour', DEMARCHE_OFFICER_KEY: 'short' });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/DEMARCHE_PORT must be a port number/);
    expect(errors).toMatch(/DEMARCHE_STORE is not set/);
    expect(errors).toMatch(/DEMARCHE_OFFICER_KEY must be a secret of at least 32 characters/);
    expect(errors).not.toMatch(/harbour|short/);
  });

  it('does not touch a file that is not its store', async () => {
    await writeFile(settings['DEMARCHE_STORE'] ?? '', 'Minutes of the meeting.'.repeat(100));
    const { exitCode, errors } = await runToItsEnd(main, settings);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/events\.sqlite/);
  });
});
