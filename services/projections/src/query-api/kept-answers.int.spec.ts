import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '@demarche/contracts';
import { aStory } from '@demarche/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { openViewFile, type ViewFile } from '../engine/view-file.ts';
import { projectors } from '../projectors.ts';
import { createQueryClient } from './create-query-client.ts';

const events = aStory()
  .recordedOn('2026-07-01')
  .publishes({ country: 'XKD', year: 2026, asks: ['Prosecute officials.', 'Fund shelters.'] })
  .engages({ engagement: 'ENG-7F3K-2Q9X', on: '2026-07-02', countries: ['XKD'] })
  .promises({
    promise: 'ENG-7F3K-2Q9X-P1',
    on: '2026-07-02',
    country: 'XKD',
    due: '2026-08-01',
    serves: ['XKD-2026-01'],
  })
  .promises({
    promise: 'ENG-7F3K-2Q9X-P2',
    on: '2026-07-02',
    country: 'XKD',
    due: '2026-09-01',
    serves: ['XKD-2026-01'],
  })
  .events();

const closing: (() => void)[] = [];

afterEach(() => closing.splice(0).forEach((close) => close()));

/** The same questions to one file of views, with how many statements each round of them costs. */
const asking = (file: ViewFile) => {
  let statements = 0;
  const counted =
    (prepare: Parameters<Parameters<ViewFile['read']>[0]>[0]['prepare']): typeof prepare =>
    (sql) => {
      statements += 1;
      return prepare(sql);
    };
  // One reader for the life of the file, as the file itself hands it out.
  const readers = new WeakMap<object, { prepare: ReturnType<typeof counted> }>();
  const views: Pick<ViewFile, 'read'> = {
    read: (ask) =>
      file.read((engine) => {
        const reader = readers.get(engine) ?? { prepare: counted(engine.prepare) };
        readers.set(engine, reader);
        return ask(reader);
      }),
  };
  const client = createQueryClient({
    views,
    projections: { waitFor: async () => true, status: () => Promise.reject(new Error('not asked')) },
    clock: { now: () => '2026-11-21T12:00:00.000Z' },
  });
  return async (validTime?: string, systemTime?: number) => {
    const before = statements;
    const { results } = await client.ask(
      [
        { query: 'portfolio', arguments: {} },
        { query: 'commitments', arguments: { first: 1, filter: { overdue: true } } },
        { query: 'timelines', arguments: { subjects: [{ kind: 'country', country: 'XKD' }], first: 1 } },
        { query: 'search-everything', arguments: { text: 'shelters' } },
      ],
      { at: { ...(validTime ? { validTime } : {}), ...(systemTime === undefined ? {} : { systemTime }) } },
    );
    const [portfolio, commitments, [timeline] = [], search] = results as [
      { totals: { overduePromises: number } },
      { total: number },
      { total: number }[],
      { total: number },
    ];
    return {
      counts: [portfolio.totals.overduePromises, commitments.total, timeline?.total, search.total],
      statements: statements - before,
    };
  };
};

const fileOf = (kind: 'memory' | 'disk'): ViewFile => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kept-'));
  const file = openViewFile(kind === 'memory' ? ':memory:' : join(folder, 'views.db'), projectors);
  closing.push(() => {
    file.close();
    rmSync(folder, { recursive: true });
  });
  return file;
};

/** Behind the back of what applies events. */
const write = (file: ViewFile, sql: string): void => {
  if (file.file === ':memory:') return file.read(({ prepare }) => void prepare(sql).run());
  const other = new DatabaseSync(file.file);
  other.exec(sql);
  other.close();
};

const apply = (file: ViewFile, from: number, to?: number): void =>
  void file.apply(events.slice(from, to) as readonly RecordedEvent[]);

describe.each(['memory', 'disk'] as const)('what was worked out of views (%s)', (kind) => {
  it('is not worked out again while nothing is written', async () => {
    const file = fileOf(kind);
    apply(file, 0);
    const ask = asking(file);
    const first = await ask();
    const again = await ask();
    expect(again.counts).toEqual(first.counts);
    expect(again.counts).toEqual([2, 2, 6, 1]);
    expect(again.statements).toBeLessThan(first.statements - 10);
  });

  it('is gone with the next event, at every point', async () => {
    const file = fileOf(kind);
    apply(file, 0, 3);
    const ask = asking(file);
    expect((await ask()).counts).toEqual([1, 1, 4, 1]);
    expect((await ask('2026-08-15')).counts).toEqual([1, 1, 4, 1]);
    apply(file, 3);
    expect((await ask('2026-08-15')).counts).toEqual([1, 1, 5, 1]);
    expect((await ask()).counts).toEqual([2, 2, 6, 1]);
  });

  it('is gone with whatever else is written', async () => {
    const file = fileOf(kind);
    apply(file, 0);
    const ask = asking(file);
    expect((await ask()).counts).toEqual([2, 2, 6, 1]);
    write(file, `UPDATE commitment SET due_on = NULL WHERE commitment_id = 'ENG-7F3K-2Q9X-P2'`);
    expect((await ask()).counts).toEqual([1, 1, 5, 1]);
  });

  it('of what was known then outlasts what is recorded later, and ends when something parked was replayed', async () => {
    const file = fileOf(kind);
    apply(file, 0, 3);
    const ask = asking(file);
    await ask('2026-10-01', 2);
    apply(file, 3);
    const then = await ask('2026-10-01', 2);
    const again = await ask('2026-10-01', 2);
    expect(again).toEqual(then);
    expect(again.counts).toEqual([0, 0, 2, 1]);
    write(
      file,
      `INSERT INTO engine_parked_stream VALUES ('records', 'engagement-ENG-AAAA-AAAA', '2026-07-01', 2, 'x', 'x')`,
    );
    expect((await ask('2026-10-01', 2)).statements).toBeGreaterThan(again.statements + 10);
  });

  it('of one point is never taken for another', async () => {
    const file = fileOf(kind);
    apply(file, 0);
    const ask = asking(file);
    const days = ['2026-06-30', '2026-07-15', '2026-08-15', '2026-10-01'];
    const answers = async () => Promise.all(days.map(async (day) => (await ask(day)).counts));
    const first = await answers();
    expect(first.map(([overdue]) => overdue)).toEqual([0, 0, 1, 2]);
    expect(await answers()).toEqual(first);
  });

  it('is kept for the points asked for last', async () => {
    const file = fileOf(kind);
    apply(file, 0);
    const ask = asking(file);
    await ask('2026-10-01');
    const { statements } = await ask('2026-10-01');
    for (let day = 2; day <= 8; day += 1) await ask(`2026-10-0${day}`);
    expect(await ask('2026-10-01')).toHaveProperty('statements', statements);
    for (let day = 10; day <= 18; day += 1) await ask(`2026-10-${day}`);
    expect((await ask('2026-10-01')).statements).toBeGreaterThan(statements + 10);
  });
});
