import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Officer } from '@demarche/contracts';
import { httpCommands, trustedHeader, trustedServiceHeader } from '@demarche/service-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askUntilGone } from './ask-until-gone.ts';
import { eventStoreInstalled, startEventStore } from './event-store-server/start-event-store.ts';
import { type RunningService, runService, runToItsEnd } from './run-service.ts';
import { forwardPort } from './servers/forward-port.ts';
import { serviceKeyOf } from './service-key-of.ts';

export interface WriteServiceUnderTest {
  readonly main: URL;
  /** A command that an empty store takes. */
  readonly command: string;
  readonly input: unknown;
  readonly path: string;
  readonly officer: Officer;
}

/** For what a process does on a machine that is busy with other things. */
const PATIENCE_MS = 60_000;

const installed = eventStoreInstalled();
const skipped = installed === true ? '' : ` (skipped: ${installed})`;

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
    return httpCommands({ addresses, key: serviceKeyOf(DEMARCHE_OFFICER_KEY) });
  };

  const post = (address: string, commandId: string, key = serviceKeyOf(DEMARCHE_OFFICER_KEY)): Promise<Response> =>
    fetch(`${address}/api${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': commandId,
        ...trustedHeader(officer, key),
      },
      body: JSON.stringify(input),
    });
  const readinessAt = async (address: string) => {
    const response = await fetch(`${address}/readyz`);
    return (await response.json()) as { readonly status: string; readonly checks: object };
  };

  const warningsOf = ({ log }: RunningService) => log().flatMap(({ level, msg }) => (level === 40 ? [msg] : []));
  const NEW_RECORD = expect.stringMatching(/^a new record was made at .*events\.sqlite: .* DEMARCHE_STORE is wrong$/);
  /** What the log says of the store, in order. */
  const toldOfStore = ({ log }: RunningService) =>
    log().flatMap(({ msg, err }) => (msg.startsWith('the event store') ? [err ? `${msg}: ${err.message}` : msg] : []));
  const AWAY = expect.stringMatching(/^the event store cannot be used: KurrentDB at esdb:.* does not answer/);
  const BACK = 'the event store can be used again';
  const patience = { timeout: PATIENCE_MS, interval: 100 };

  describe('the service in a process of its own', { timeout: PATIENCE_MS }, () => {
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

    it('believes by the key before as well while the key is changed, and nothing that was said an hour ago', async () => {
      const changed = 'the secret that they change it for, as long';
      const anHourAgo = { now: () => new Date(Date.now() - 3_600_000).toISOString() };
      service = await runService(main, { ...settings, DEMARCHE_OFFICER_KEY: `${changed}\n${DEMARCHE_OFFICER_KEY}\n` });
      const { address } = service;
      const commandId = crypto.randomUUID();
      expect((await post(address, commandId)).status).toBe(201);
      expect((await post(address, commandId, serviceKeyOf(changed))).status).toBe(201);
      expect((await post(address, commandId, serviceKeyOf(changed, anHourAgo))).status).toBe(503);
    });

    it('says to a gateway that it does not believe that it does not, and once in its log', async () => {
      service = await runService(main, settings);
      const { address } = service;
      const trusts = async (secret: string) =>
        (await fetch(`${address}/trust`, { headers: trustedServiceHeader(serviceKeyOf(secret)) })).status;
      expect(await trusts(DEMARCHE_OFFICER_KEY)).toBe(204);
      expect(warningsOf(service)).toEqual([NEW_RECORD]);
      const another = 'a secret that was mistyped, and just as long';
      expect(await trusts(another)).toBe(403);
      const refused = await post(address, crypto.randomUUID(), serviceKeyOf(another));
      expect(await refused.json()).toMatchObject({
        status: 503,
        code: 'gateway-not-believed',
        detail: expect.stringMatching(/^Nothing was recorded\. .* tell whoever looks after Demarche/),
      });
      const disbelief = expect.stringMatching(/DEMARCHE_OFFICER_KEY must be the same .* clocks/);
      expect(warningsOf(service)).toEqual([NEW_RECORD, disbelief]);
    });

    it('says everything that is wrong with its settings at once, and does not start', async () => {
      const { exitCode, errors } = await runToItsEnd(main, { DEMARCHE_PORT: 'harbour', DEMARCHE_OFFICER_KEY: 'short' });
      expect(exitCode).toBe(1);
      expect(errors).toMatch(/DEMARCHE_PORT must be a port number/);
      expect(errors).toMatch(/DEMARCHE_STORE is not set/);
      expect(errors).toMatch(/DEMARCHE_OFFICER_KEY must be a secret of at least 32 characters/);
      expect(errors).not.toMatch(/harbour|short/);
    });

    it('says what it was given that no part of Demarche knows, and takes what is for another', async () => {
      const given = { DEMARCHE_OFICER_KEY: 'a secret', DEMARCHE_GATEWAY: 'http://127.0.0.1:9' };
      service = await runService(main, { ...settings, ...given });
      expect(warningsOf(service)).toEqual([
        'No part of Demarche knows DEMARCHE_OFICER_KEY (is DEMARCHE_OFFICER_KEY meant?): what is given there counts for nothing',
        NEW_RECORD,
      ]);
    });

    it('warns of a record that is new, and says of any other how far it goes', async () => {
      service = await runService(main, settings);
      expect(warningsOf(service)).toEqual([NEW_RECORD]);
      expect((await post(service.address, crypto.randomUUID())).status).toBe(201);
      await service.stop();
      service = await runService(main, settings);
      expect(warningsOf(service)).toEqual([]);
      expect(service.log()).toContainEqual(
        expect.objectContaining({ level: 30, msg: `the record at ${settings['DEMARCHE_STORE']} is open`, position: 1 }),
      );
    });

    it('says what is wrong with its store, asks to be tried again, and goes on by itself', async () => {
      service = await runService(main, settings);
      const other = new DatabaseSync(settings['DEMARCHE_STORE'] ?? '');
      other.exec('BEGIN IMMEDIATE');
      const commandId = crypto.randomUUID();
      const refused = await post(service.address, commandId);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
      expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await refused.json()).toMatchObject({ code: 'store-locked' });
      expect(await readinessAt(service.address)).toMatchObject({
        status: 'fail',
        checks: {
          store: { trouble: expect.stringMatching(/Another program holds .* recording goes on by itself then/) },
        },
      });
      other.exec('ROLLBACK');
      other.close();
      expect((await post(service.address, commandId)).status).toBe(201);
      await expect
        .poll(readinessAt.bind(null, service.address), patience)
        .toMatchObject({ status: 'pass', checks: { store: { head: 1 } } });
    });

    it('starts while its KurrentDB is away, says so, and stops when asked', async () => {
      service = await runService(main, { ...settings, DEMARCHE_STORE: 'esdb://127.0.0.1:9?tls=false' });
      const trouble = expect.stringMatching(/KurrentDB at esdb:.* does not answer.* recording goes on by itself then/);
      await expect
        .poll(readinessAt.bind(null, service.address), patience)
        .toMatchObject({ status: 'fail', checks: { store: { trouble } } });
      expect((await fetch(`${service.address}/livez`)).status).toBe(200);
      const refused = await post(service.address, crypto.randomUUID());
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await refused.json()).toMatchObject({ code: 'store-unavailable' });
      await expect.poll(toldOfStore.bind(null, service), patience).toEqual([AWAY]);
      expect(await service.stop()).toBe(0);
    });

    it.skipIf(installed !== true)(`goes on by itself once its KurrentDB is there${skipped}`, async () => {
      const kurrent = await startEventStore();
      const { hostname: host, port } = new URL(kurrent.connectionString.replace('esdb:', 'http:'));
      const line = await forwardPort({ host, port: Number(port) });
      const DEMARCHE_STORE = `esdb://127.0.0.1:${line.port}?tls=false`;
      service = await runService(main, { ...settings, DEMARCHE_STORE });
      const { address } = service;
      const status = async () => (await readinessAt(address)).status;
      const told = toldOfStore.bind(null, service);
      const expected: unknown[] = [AWAY];
      for (const time of ['first', 'second']) {
        expect({ time, status: await status() }).toEqual({ time, status: 'fail' });
        await line.open();
        await expect.poll(status, patience).toBe('pass');
        await expect.poll(told, patience).toEqual([...expected, BACK]);
        await line.close();
        await expect.poll(status, patience).toBe('fail');
        expected.push(BACK, AWAY);
        await expect.poll(told, patience).toEqual(expected);
      }
      await kurrent.close();
    });

    it('answers everybody who asks while it stops', async () => {
      service = await runService(main, settings);
      const { address } = service;
      const commandId = crypto.randomUUID();
      const asked = askUntilGone(() => post(address, commandId));
      await asked.answered(50);
      expect(await service.stop()).toBe(0);
      const { statuses, cutOff } = await asked.gone();
      expect(cutOff).toEqual([]);
      expect(new Set(statuses)).toEqual(new Set([201]));
    });

    it('says that its port is taken', async () => {
      service = await runService(main, settings);
      const { port } = new URL(service.address);
      const { exitCode, errors } = await runToItsEnd(main, { ...settings, DEMARCHE_PORT: port });
      expect(exitCode).toBe(1);
      expect(errors).toBe(`Port ${port} is taken by another program. Choose another with DEMARCHE_PORT.\n`);
    });

    it('says in one sentence that the folder of its store cannot be made', async () => {
      const { exitCode, errors } = await runToItsEnd(main, {
        ...settings,
        DEMARCHE_STORE: '/proc/nowhere/events.sqlite',
      });
      expect(exitCode).toBe(1);
      expect(errors).toMatch(
        /^The folder for \/proc\/nowhere\/events\.sqlite cannot be made .* Choose another file with DEMARCHE_STORE, or .*\n$/,
      );
    });

    it('does not touch a file that is not its store', async () => {
      await writeFile(settings['DEMARCHE_STORE'] ?? '', 'Minutes of the meeting.'.repeat(100));
      const { exitCode, errors } = await runToItsEnd(main, settings);
      expect(exitCode).toBe(1);
      expect(errors).toMatch(
        /^.*events\.sqlite is no event store of Demarche.* Choose another file with DEMARCHE_STORE, or .*\n$/,
      );
    });
  });
};
