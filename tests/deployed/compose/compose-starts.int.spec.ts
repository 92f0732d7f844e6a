import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { natsInstalled } from '@demarche/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overGraphql } from '../../journeys/interfaces.ts';
import { healthOf } from '../service-health.ts';
import { waitUntil } from '../wait-until.ts';
import { readCompose } from './read-compose.ts';
import { type RunningCompose, startCompose } from './start-compose.ts';

const installed = natsInstalled();
const LONG_MS = 300_000;
const miriam = 'miriam.castellanos';

const meeting = {
  occurredOn: '2026-03-02',
  countries: ['XKD'],
  post: 'Embassy Kald City',
  theirParticipants: [{ name: 'T. Varga', title: 'Deputy Minister of Justice' }],
  summary: 'He expects the law in this session.',
};

const post = (address: string, body: object, headers = {}): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** What a signed-in officer is answered, as text. */
const asking = async (address: string): Promise<(query: string) => Promise<string>> => {
  const signedIn = await post(`${address}/identity/sign-in`, { personId: miriam });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (query) => (await post(`${address}/graphql`, { query }, { cookie })).text();
};

describe.skipIf(installed !== true).each([
  ['docker-compose.yml', ['docker-compose.yml']],
  ['docker-compose.sqlite.yml', ['docker-compose.yml', 'docker-compose.sqlite.yml']],
])(`%s without containers${installed === true ? '' : ` (skipped: ${installed})`}`, (_, files) => {
  const compose = readCompose(files, ['tools']);
  let running: RunningCompose;

  beforeAll(async () => {
    running = await startCompose(compose);
  }, LONG_MS);
  afterAll(() => running?.close());

  test('every service of ours becomes healthy, each behind what it waits for', () => {
    const ours = Object.entries(compose.services).filter(
      ([, { command = [], restart }]) => command[0] === 'node' && restart !== 'no',
    );
    const healthy = running.services.map(({ name }) => name);
    expect(healthy.toSorted()).toEqual(ours.map(([name]) => name).toSorted());
    expect(healthy.at(-1)).toBe('console');
  });

  test('nobody misses anybody: what a service reaches for is where the file says', { timeout: LONG_MS }, async () => {
    const allPass = waitUntil('every check of every service passes', async () => {
      const health = await Promise.all(running.services.map(healthOf));
      const missing = health.filter((one) => one?.status !== 'pass');
      return missing.length === 0 ? '' : JSON.stringify(missing);
    });
    await expect(allPass).resolves.toBeUndefined();
  });

  test('the secrets are made for their owner alone', () => {
    for (const volume of ['officer-key', 'identity-key']) {
      const folder = join(running.folder, volume);
      expect(readdirSync(folder)).toEqual(['key']);
      expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o400);
    }
  });

  test('a meeting that is logged at the console’s port is answered there', { timeout: LONG_MS }, async () => {
    const sent = { as: miriam, mutation: 'logEngagement', path: '/engagements', input: meeting };
    const { subject, refusal } = await overGraphql(running.address).send(sent);
    expect(refusal).toBeNull();
    const ask = await asking(running.address);
    await waitUntil(`${subject} is in the views`, async () => {
      const answer = await ask('{ engagements(first: 5) { edges { node { summary } } } }');
      return answer.includes(meeting.summary) ? '' : answer;
    });
  });

  test('the command reaches it by what it is told, and says that all is well', { timeout: LONG_MS }, async () => {
    await waitUntil('all is well', async () => {
      const { exitCode, said } = await running.run('demarche', 'status');
      return exitCode === 0 ? '' : `it ended with ${exitCode}: ${said}`;
    });
    const { said } = await running.run('demarche', 'doctor');
    expect(said).toContain('fine   clock');
  });

  test('the command copies the record while everything runs, finds the copy sound, and puts none in the place of what is in use', {
    timeout: LONG_MS,
  }, async () => {
    const backup = join(running.folder, 'backup');
    expect(await running.run('demarche', 'backup', backup)).toMatchObject({ exitCode: 0 });
    expect(await running.run('demarche', 'verify', backup)).toMatchObject({
      exitCode: 0,
      said: expect.stringContaining('is sound'),
    });
    expect(await running.run('demarche', 'restore', '--replace', backup)).toMatchObject({
      exitCode: 5,
      said: expect.stringContaining('is in use'),
    });
  });

  test('the pages are there', async () => {
    const page = await fetch(running.address, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
