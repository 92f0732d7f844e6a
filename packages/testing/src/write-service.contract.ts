import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Officer } from '@demarche/contracts';
import { httpCommands } from '@demarche/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningService, runService, runToItsEnd } from './run-service.ts';

export interface WriteServiceUnderTest {
  readonly main: URL;
  /** A command that an empty store takes. */
  readonly command: string;
  readonly input: unknown;
  readonly path: string;
  readonly officer: Officer;
}

const DEMARCHE_OFFICER_KEY = 'a secret of the specs, long enough to be one';

/** What every write service holds to as a process of its own. */
export const writeServiceContract = ({ main, command, input, path, officer }: WriteServiceUnderTest): void => {
  let folder: string;
  let settings: Record<string, string>;
  let service: RunningService | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demarche-service-'));
    settings = { DEMARCHE_STORE: join(folder, 'events.sqlite'), DEMARCHE_OFFICER_KEY };
  });
  afterEach(async () => {
    await service?.stop();
    service = undefined;
    await rm(folder, { recursive: true });
  });

  const commandsAt = (address: string) => {
    const api = `${address}/api`;
    const addresses = { recommendations: api, engagements: api, commitments: api };
    return httpCommands({ addresses, key: new TextEncoder().encode(DEMARCHE_OFFICER_KEY) });
  };

  describe('the service in a process of its own', () => {
    it('answers that it lives and how safe its store is, records a command, and stops when asked', async () => {
      service = await runService(main, settings);
      expect(await (await fetch(`${service.address}/livez`)).json()).toEqual({ status: 'pass' });
      const circumstances = { commandId: crypto.randomUUID(), officer, correlationId: 'visit-42' };
      const sent = await commandsAt(service.address).send(command, input, circumstances);
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
      const refused = await fetch(`${service.address}/api${path}`, { method: 'POST', headers, body: '{}' });
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
};
