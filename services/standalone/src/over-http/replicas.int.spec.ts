import { type AskOptions, QueryRefused, type Question, type RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { type HttpQueriesOptions, httpQueries } from '@demarche/gateway';
import { systemTiming } from '@demarche/messaging/in-process';
import { appendStory, aStory, serviceKeyOf } from '@demarche/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { type Served, serve } from './spec-kit/serve.ts';
import { clock, key, type ServedReplica, serveReplica } from './spec-kit/serve-replica.ts';

const events = aStory()
  .publishes({ country: 'XKD', year: 2024 })
  .publishes({ country: 'XSE', year: 2024 })
  .publishes({ country: 'XNV', year: 2024 })
  .events() as readonly [RecordedEvent, RecordedEvent, RecordedEvent];
const [kaldara, selene, norvia] = events;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A replica that holds these events. */
const replica = async (...held: readonly RecordedEvent[]): Promise<ServedReplica> => {
  const served = await serveReplica();
  opened.push(served);
  await served.take(...held);
  return served;
};

/** Always begins with the first. */
const timing = { ...systemTiming, random: () => 0 };

const asking = (replicas: readonly Pick<Served, 'address'>[], more: Partial<HttpQueriesOptions> = {}) => {
  const queries = httpQueries({ addresses: replicas.map(({ address }) => address), key, timing, ...more });
  const portfolio: Question = { query: 'portfolio', arguments: {} };
  return {
    queries,
    /** The countries of the answer, and the point that it was given for. */
    countries: async (options?: AskOptions) => {
      const { at, results } = await queries.ask([portfolio], options);
      const [{ page }] = results as [{ page: { rows: readonly { node: { country: string } }[] } }];
      return { countries: page.rows.map(({ node }) => node.country).toSorted(), ...at };
    },
  };
};

const [GIVEN_UP_AFTER_MS, REST_MS] = [5_000, 60_000];

/** A call is given up, and a rest ends, when a spec says so: whoever is late by chance is waited for. */
const askingInStillTime = (replicas: readonly Pick<Served, 'address'>[]) => {
  const waiting = new Set<{ readonly ms: number; readonly call: () => void }>();
  const stillTime: HttpQueriesOptions['timing'] = {
    random: timing.random,
    after(ms, call) {
      const waiter = { ms, call };
      waiting.add(waiter);
      return () => waiting.delete(waiter);
    },
  };
  const backOff = { firstMs: REST_MS, mostMs: REST_MS };
  return {
    ...asking(replicas, { timing: stillTime, timeoutMs: GIVEN_UP_AFTER_MS, backOff }),
    pass(ms: number): void {
      for (const waiter of waiting) {
        if (waiter.ms === ms && waiting.delete(waiter)) waiter.call();
      }
    },
  };
};

const problem = (status: number, code: string) =>
  serve((_request, response) => {
    const body = { type: `urn:demarche:problem:${code}`, title: 'No', status, detail: 'No.', code };
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
  });

describe('a question', () => {
  test('is answered as in one process, and put at its point', async () => {
    const { countries } = asking([await replica(...events)]);
    const at = { validTime: '2026-11-21', systemPosition: 3, position: 3, behind: false };
    expect(await countries()).toEqual({ countries: ['XKD', 'XNV', 'XSE'], ...at });
    expect(await countries({ at: { systemTime: 1 } })).toEqual({ countries: ['XKD'], ...at, systemPosition: 1 });
  });

  test.each([
    ['malformed', { query: 'portfolio', arguments: { first: -1 } }],
    ['unknown-query', { query: 'praise', arguments: {} }],
    ['bad-cursor', { query: 'portfolio', arguments: { after: 'nonsense' } }],
  ])('that is refused as %s is refused so here, and not asked of another replica', async (code, question) => {
    const [first, second] = [await replica(kaldara), await replica(kaldara)];
    const { queries, countries } = asking([first, second]);
    await countries();
    const before = second.taken();
    const refusal = await queries.ask([question as Question]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(QueryRefused);
    expect(refusal).toMatchObject({ code });
    expect(second.taken()).toBe(before);
  });

  test('may be as long as a document of the graph makes it', async () => {
    const { queries } = asking([await replica(kaldara)]);
    const reference = (index: number) => `XKD-2024-${String(index + 1).padStart(2, '0')}`;
    const subjects = Array.from({ length: 800 }, (_, index) => ({
      kind: 'recommendation' as const,
      reference: reference(index % 99),
    }));
    const long: Question = { query: 'timelines', arguments: { subjects } };
    const { results } = await queries.ask([long, long, long]);
    expect(results.map((lists) => (lists as unknown[]).length)).toEqual([800, 800, 800]);
  });

  test('that brought a replica to fall is not put to the next one, nor is that replica left alone', async () => {
    const [first, second] = [await problem(500, 'internal-error'), await replica(kaldara)];
    opened.push({ close: first.stop });
    const { queries } = asking([first, second]);
    const status: Question = { query: 'projection-status', arguments: {} };
    for (const turn of [1, 2]) {
      await expect(queries.ask([status])).rejects.toThrow('internal-error');
      expect([first.taken(), second.taken()]).toEqual([turn, 0]);
    }
  });

  test('is put to another replica where one falls over whatever it is asked', async () => {
    const [first, second] = [await problem(500, 'internal-error'), await replica(kaldara)];
    opened.push({ close: first.stop });
    const { queries } = asking([first, second], { backOff: { firstMs: 60_000, mostMs: 60_000 } });
    const countries = (code: string) => queries.ask([{ query: 'countries-by-code', arguments: { codes: [code] } }]);
    for (const code of ['XKD', 'XSE']) await expect(countries(code)).rejects.toThrow('internal-error');
    for (const code of ['XNV', 'XKD']) expect(await countries(code)).toMatchObject({ at: { position: 1 } });
    expect(first.taken()).toBe(3);
  });

  test('is answered though another replica, asked whether it is further, falls over it', async () => {
    const [first, second] = [await replica(kaldara), await problem(500, 'internal-error')];
    opened.push({ close: second.stop });
    expect(await asking([first, second]).countries()).toMatchObject({ countries: ['XKD'] });
    expect(second.taken()).toBe(1);
  });

  test('that proves itself by another key is answered by nobody, and the log is told why', async () => {
    const { queries } = asking([await replica(kaldara)], { key: serviceKeyOf('another key', clock), patienceMs: 50 });
    const asked = queries.ask([{ query: 'projection-status', arguments: {} }]);
    await expect(asked).rejects.toMatchObject({
      name: 'ProjectionsUnreachable',
      cause: { message: expect.stringContaining('DEMARCHE_OFFICER_KEY must be the same') },
    });
  });
});

describe('a replica that is away', () => {
  test('is done without, and not gone back to once it is there again', async () => {
    const [first, second] = [await replica(...events), await replica(...events)];
    const { countries } = asking([first, second], { backOff: { firstMs: 1, mostMs: 1 } });
    await countries();
    await first.stop();
    expect((await countries()).countries).toHaveLength(3);
    await first.start();
    const before = first.taken();
    for (let turn = 0; turn < 5; turn += 1) expect((await countries()).position).toBe(3);
    expect(first.taken()).toBe(before);
  });

  test('because it is frozen is done without after a while, and left alone then', async () => {
    const [first, second] = [await replica(...events), await replica(...events)];
    const { countries, pass } = askingInStillTime([first, second]);
    await countries();
    first.freeze();
    const before = first.taken();
    const asked = countries();
    await expect.poll(first.taken).toBe(before + 1);
    pass(GIVEN_UP_AFTER_MS);
    expect((await asked).countries).toHaveLength(3);
    for (let turn = 0; turn < 2; turn += 1) expect((await countries()).countries).toHaveLength(3);
    expect(first.taken()).toBe(before + 1);
  });

  test('because it is frozen is tried by one at a time, and not waited for by everybody', async () => {
    const [first, second] = [await replica(...events), await replica(kaldara)];
    const { countries, pass } = askingInStillTime([first, second]);
    await countries();
    first.freeze();
    const before = first.taken();
    const asked = countries();
    await expect.poll(first.taken).toBe(before + 1);
    pass(GIVEN_UP_AFTER_MS);
    await asked;

    pass(REST_MS);
    const answers: unknown[] = [];
    const all = Array.from({ length: 5 }, async () => answers.push(await countries()));
    await expect.poll(() => answers.length).toBe(4);
    pass(GIVEN_UP_AFTER_MS);
    await Promise.all(all);
    for (const answer of answers) expect(answer).toMatchObject({ position: 1, behind: true });
    expect(first.taken()).toBe(before + 2);
  });

  test('because it is not ready is done without', async () => {
    const first = await problem(503, 'store-unavailable');
    opened.push({ close: first.stop });
    expect((await asking([first, await replica(kaldara)]).countries()).countries).toEqual(['XKD']);
  });

  test('because what answers there is something else is done without', async () => {
    const first = await serve((_request, response) => response.end('<h1>Welcome</h1>'));
    opened.push({ close: first.stop });
    expect((await asking([first, await replica(kaldara)]).countries()).countries).toEqual(['XKD']);
  });

  test('is waited for where there is no other, and answers once it is back', async () => {
    const only = await replica(kaldara);
    const { countries } = asking([only], { patienceMs: 20_000, backOff: { firstMs: 20, mostMs: 20 } });
    only.breakOff(3);
    expect((await countries()).countries).toEqual(['XKD']);
    expect(only.taken()).toBe(4);
  });

  test('is left alone for a while, however many ask', async () => {
    const only = await replica(kaldara);
    const { countries } = asking([only], { patienceMs: 50, backOff: { firstMs: 60_000, mostMs: 60_000 } });
    only.breakOff(1);
    for (let turn = 0; turn < 3; turn += 1) await expect(countries()).rejects.toThrow('No replica');
    expect(only.taken()).toBe(1);
  });

  test('for longer than anybody waits is said to be', async () => {
    const only = await replica(kaldara);
    await only.stop();
    const { countries } = asking([only], { patienceMs: 50 });
    await expect(countries()).rejects.toThrow('No replica of the projections answers');
    await only.start();
    await expect.poll(() => countries().then(({ countries: held }) => held, String)).toEqual(['XKD']);
  });
});

describe('answers do not go backwards', () => {
  test('a gateway begins with the replica that is furthest', async () => {
    const { countries } = asking([await replica(kaldara), await replica(...events)]);
    expect(await countries()).toMatchObject({ position: 3, countries: { length: 3 } });
  });

  test('a replica that takes over is given time to come as far as the one before', async () => {
    const [first, second] = [await replica(...events), await replica(kaldara)];
    const { countries } = asking([first, second]);
    await countries();
    await first.stop();
    const answer = countries();
    await second.take(selene, norvia);
    expect(await answer).toMatchObject({ position: 3, behind: false });
  });

  test('where none has come as far, the furthest answers, and every answer says so', async () => {
    const replicas = [await replica(...events), await replica(kaldara), await replica(kaldara, selene)] as const;
    const { countries } = asking(replicas);
    await countries();
    await replicas[0].stop();
    for (let turn = 0; turn < 3; turn += 1) expect(await countries()).toMatchObject({ position: 2, behind: true });
    const waited = [...replicas[1].waitedFor, ...replicas[2].waitedFor];
    expect(waited.filter((position) => position === 3)).toHaveLength(1);
  });

  test('a replica that is further and came back is taken, though another answers', async () => {
    const [first, second] = [await replica(...events), await replica(kaldara)];
    const { countries } = asking([first, second], { backOff: { firstMs: 1, mostMs: 1 } });
    await countries();
    await first.stop();
    expect(await countries()).toMatchObject({ position: 1, behind: true });
    await second.take(selene);
    expect(await countries()).toMatchObject({ position: 2, behind: true });
    await first.start();
    await expect.poll(() => countries()).toMatchObject({ position: 3, behind: false });
  });

  test('a record that was restored from a backup is said to be behind once, by all that hold the whole of it', async () => {
    const [first, second] = [await replica(kaldara), await replica(kaldara)];
    const { queries, countries } = asking([first, second], { backOff: { firstMs: 1, mostMs: 1 } });
    await countries();
    queries.announced(3);
    await second.stop();
    for (let turn = 0; turn < 2; turn += 1) expect(await countries()).toMatchObject({ position: 1, behind: true });
    await second.start();
    await expect.poll(() => countries()).toMatchObject({ position: 1, behind: false });
  });

  test('a replica whose views are of another record does not count, however far they go, and where there is no other it says so', async () => {
    const before = memoryEventStore();
    await appendStory(before, events);
    const restored = memoryEventStore();
    await appendStory(restored, [kaldara]);
    let record: EventStore = before;
    const head = () => record.head();
    const readAll: EventStore['readAll'] = (...wanted) => record.readAll(...wanted);
    const idAt: EventStore['idAt'] = (position) => record.idAt(position);
    const left = await serveReplica({ store: { ...before, head, readAll, idAt } });
    opened.push(left);
    await expect.poll(() => left.module.status()).toMatchObject({ position: 3 });
    record = restored;
    expect(await left.module.status()).toMatchObject({ beyondRecord: true, lag: null });

    const anew = await replica(kaldara);
    for (const replicas of [
      [left, anew],
      [anew, left],
    ]) {
      const { queries, countries } = asking(replicas);
      queries.announced(3);
      await expect.poll(() => countries(), { timeout: 20_000 }).toMatchObject({ countries: ['XKD'], behind: false });
    }
    expect(await asking([left]).countries()).toMatchObject({ countries: { length: 3 }, behind: true });
  });

  test('replicas that have not taken all that is on record are said to be behind until they have', async () => {
    const store = memoryEventStore();
    const readAll: EventStore['readAll'] = async (...wanted) =>
      (await store.readAll(...wanted)).filter(({ position }) => position === 1);
    const late = await serveReplica({ store: { ...store, readAll } });
    opened.push(late);
    await late.take(kaldara);
    await appendStory(store, [selene, norvia]);
    const { queries, countries } = asking([late]);
    queries.announced(3);
    for (let turn = 0; turn < 3; turn += 1) expect(await countries()).toMatchObject({ position: 1, behind: true });
  });

  test('whoever wrote is answered by the replica that has it, where the one asked first does not come so far', async () => {
    const [first, second] = [await replica(kaldara), await replica(kaldara)];
    const { countries } = asking([first, second]);
    expect(await countries()).toMatchObject({ position: 1 });
    await second.take(selene);
    expect(await countries({ minPosition: 2 })).toMatchObject({ position: 2, behind: false });
    expect(await countries({ minPosition: 3 })).toMatchObject({ position: 2, behind: true });
  });

  test('whoever hears of a change is answered from there, whichever replica announced it', async () => {
    const [first, second] = [await replica(kaldara), await replica(kaldara)];
    const { queries, countries } = asking([first, second]);
    expect(await countries()).toMatchObject({ countries: ['XKD'] });
    await second.take(selene);
    queries.announced(2);
    expect(await countries()).toMatchObject({ countries: ['XKD', 'XSE'], behind: false });
  });

  test('the past that a position names is not waited for longer than that position', async () => {
    const [first, second] = [await replica(...events), await replica(kaldara, selene)];
    const { countries } = asking([first, second]);
    await countries();
    await first.stop();
    const past = await countries({ at: { systemTime: 2 } });
    expect(past).toMatchObject({ countries: ['XKD', 'XSE'], systemPosition: 2, behind: false });
  });
});
