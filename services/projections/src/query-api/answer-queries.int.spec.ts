import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryBatchAnswer } from '@demarche/contracts';
import { memoryEventStore } from '@demarche/event-store/memory';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { createLogger, createReadiness, trustedService, trustedServiceHeader } from '@demarche/service-kit';
import { appendStory, aStory, serviceKeyOf } from '@demarche/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProjectionsApp } from '../app.ts';
import { projectionsCheck } from '../health/projections-check.ts';
import { projectionsModule } from '../module.ts';

const story = () =>
  aStory()
    .recordedOn('2026-05-02')
    .publishes({ country: 'XKD', year: 2025, asks: ['Train judges.'] });

const key = serviceKeyOf('a secret of the specs, long enough to be one');

const serve = async () => {
  const store = memoryEventStore();
  const signals = inProcessSignals();
  const subjects = new Set<string>();
  signals.subscribe((signal) => signal.subjects.forEach((subject) => subjects.add(subject)));
  const clock = { now: () => '2026-11-21T12:00:00.000Z' };
  const module = projectionsModule({ feed: storeFeed({ log: store }), signals, clock, path: ':memory:' });
  const logger = createLogger({ service: 'projections', level: 'silent' });
  const app = createProjectionsApp({
    logger,
    readiness: createReadiness(),
    checks: { projections: projectionsCheck(module) },
    module,
    clock,
    dataFolder: '.',
    guard: trustedService(key),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    await module.stop();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = async (body: unknown, proof = trustedServiceHeader(key)) => {
    const response = await fetch(`${address}/queries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...proof },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  /** Asks again where a busy machine took longer than a question waits, but not where it did not wait. */
  const postUntilHeld = async (body: unknown): Promise<Awaited<ReturnType<typeof post>>> => {
    const asked = performance.now();
    const answer = await post(body);
    const hasWaited = performance.now() - asked >= QUESTION_WAITS_MS;
    return hasWaited && isBehind(answer.body) ? postUntilHeld(body) : answer;
  };
  return { store, module, subjects, address, post, postUntilHeld };
};

/** A second, by two clocks. */
const QUESTION_WAITS_MS = 990;

const isBehind = (answer: Record<string, unknown>): boolean =>
  answer['code'] === 'views-unavailable' || (answer['at'] as { behind?: boolean } | undefined)?.behind === true;

const countries = { query: 'countries-by-code', arguments: { codes: ['XKD'] } };

describe('POST /queries', () => {
  it('answers several questions of one state, once it holds what was asked for', async () => {
    const { store, postUntilHeld, subjects } = await serve();
    await appendStory(store, story().events());
    const { status, body } = await postUntilHeld({
      minPosition: 1,
      questions: [countries, { query: 'projection-status', arguments: {} }],
    });
    expect(status).toBe(200);
    const { at, results } = QueryBatchAnswer.parse(body);
    expect(at).toEqual({ validTime: '2026-11-21', systemPosition: 1, position: 1, behind: false });
    expect(results).toMatchObject([
      [{ name: 'Kaldara' }],
      { position: 1, events: 1, heldSince: '2026-05-02T12:00:00.000Z', parked: [] },
    ]);
    expect([...subjects]).toEqual(['XKD-2025', 'XKD-2025-01']);
  });

  it('says that it is behind, and since when it holds anything, where it holds nothing', async () => {
    const { store, post } = await serve();
    await appendStory(store, story().events());
    const asked = await post({
      minPosition: 99,
      at: { systemTime: '2019-01-01' },
      questions: [countries, { query: 'projection-status', arguments: {} }],
    });
    expect(asked.body).toMatchObject({
      at: { behind: true, systemPosition: 0 },
      results: [[null], { heldSince: '2026-05-02T12:00:00.000Z' }],
    });
  });

  it.each([
    [
      'malformed',
      'codes.0: must look like KEN',
      { questions: [{ query: 'countries-by-code', arguments: { codes: ['Kenya'] } }] },
    ],
    ['malformed', 'questions', { questions: [] }],
    ['malformed', 'at.validTime', { at: { validTime: 'yesterday' }, questions: [countries] }],
    ['unknown-query', 'There is no query weather', { questions: [{ query: 'weather', arguments: {} }] }],
    [
      'bad-cursor',
      'Start again from the first page',
      { questions: [{ query: 'recommendations', arguments: { after: 'nonsense' } }] },
    ],
    [
      'bad-cursor',
      'Start again from the first page',
      { questions: [{ query: 'portfolio', arguments: { after: 'W10' } }] },
    ],
  ])('refuses what is %s and says: %s', async (code, sentence, batch) => {
    const { post, module } = await serve();
    await module.queries.ask([{ query: 'projection-status', arguments: {} }]);
    const { status, body } = await post(batch);
    expect({ status, code: body['code'] }).toEqual({ status: 400, code });
    expect(body['detail']).toContain(sentence);
  });

  it('answers nobody who does not prove to be a service', async () => {
    const { post, address } = await serve();
    expect(await post({ questions: [countries] }, {})).toMatchObject({ status: 403, body: { code: 'not-a-service' } });
    expect((await fetch(`${address}/operator/projections/parked`)).status).toBe(403);
    expect((await fetch(`${address}/operator/doctor`)).status).toBe(403);
  });

  it('is ready once questions are answered', async () => {
    const { address, store, postUntilHeld } = await serve();
    await appendStory(store, story().events());
    await postUntilHeld({ minPosition: 1, questions: [countries] });
    const response = await fetch(`${address}/readyz`);
    expect(await response.json()).toMatchObject({
      status: 'pass',
      checks: { projections: { position: 1, lag: 0, parked: 0 } },
    });
  });
});
