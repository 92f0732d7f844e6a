import { aStory, type Story } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const TODAY = '2026-11-21';
const YEARS = [2015, 2016, 2017, 2018, 2019, 2020, 2022, 2023];
/** What each report asks for once, and no other report does. */
const ONCE = [
  'Train judges.',
  'Fund shelters.',
  'Screen fishing crews.',
  'Forbid recruitment fees.',
  'Appoint a coordinator.',
  'Publish statistics.',
  'Register births.',
  'Inspect farms.',
];
const ACTION = 'ACT-7F3K-2Q9X';

/** Eight reports of one country, all recorded on one day. */
const eightReports = (order: readonly number[] = YEARS): Story => {
  const story = aStory().recordedOn('2026-05-02');
  for (const year of order) {
    story.publishes({
      country: 'XKD',
      year,
      tier: year < 2018 ? 'tier-2' : 'tier-2-watch-list',
      asks: ['Prosecute complicit officials.', ONCE[YEARS.indexOf(year)] ?? ''],
    });
  }
  return story;
};

describe('eight reports, all recorded today', () => {
  const views = viewing(eightReports().events(), TODAY);
  const kaldara = async (at: object) => (await views.ask('countries-by-code', { codes: ['XKD'] }, at))[0];

  it('show a past year as we know it today', async () => {
    expect(await kaldara({ validTime: '2019-01-01' })).toMatchObject({
      reportYear: 2018,
      tier: { value: 'tier-2-watch-list' },
      tierHistory: [{ reportYear: 2015 }, { reportYear: 2016 }, { reportYear: 2017 }, { reportYear: 2018 }],
      recommendations: { total: 2, open: 2 },
      reportingPeriod: 2018,
      heldSince: '2026-05-02T12:00:00.000Z',
    });
    const [open] = await views.ask('recommendations-of-countries', { countries: ['XKD'] }, { validTime: '2019-01-01' });
    expect(open?.map(({ reference, recordState, askedYears }) => [reference, recordState, askedYears])).toEqual([
      ['XKD-2018-01', 'issued', 4],
      ['XKD-2018-02', 'issued', 1],
    ]);
  });

  it('show nothing of it as we knew it then', async () => {
    const then = { validTime: '2019-01-01', systemTime: '2019-01-01' };
    expect(await kaldara(then)).toBeNull();
    expect(await views.ask('portfolio', {}, then)).toMatchObject({
      page: { rows: [], total: 0 },
      totals: { countries: 0 },
    });
    expect(await views.ask('recommendations', {}, then)).toMatchObject({ total: 0 });
    expect(await views.ask('timelines', { subjects: [{ kind: 'country', country: 'XKD' }] }, then)).toMatchObject([
      { total: 0 },
    ]);
    expect(await views.ask('search-everything', { text: 'prosecute' }, then)).toMatchObject({ total: 0 });
  });

  it('count a chain over a year without a report on record', async () => {
    const [found] = await views.ask('recommendations-by-reference', { references: ['XKD-2023-01'] });
    expect(found).toMatchObject({ askedYears: 8, recordState: 'issued' });
  });

  it('come out alike in whatever order they were brought in', async () => {
    const shuffled = viewing(eightReports([2020, 2015, 2023, 2018, 2016, 2022, 2019, 2017]).events(), TODAY);
    const references = YEARS.flatMap((year) => [`XKD-${year}-01`, `XKD-${year}-02`]);
    const stands = async (of: typeof views) =>
      (await of.ask('recommendations-by-reference', { references })).map((found) => [
        found?.recordState,
        found?.succeededBy,
        found?.askedYears,
        found?.countryName,
      ]);
    expect(await stands(shuffled)).toEqual(await stands(views));
    expect((await stands(views)).slice(0, 2)).toEqual([
      ['carried_forward', 'XKD-2016-01', 1, 'Kaldara'],
      ['superseded', null, 1, 'Kaldara'],
    ]);
  });
});

describe('an action of February recorded in May', () => {
  const story = aStory()
    .recordedOn('2025-07-01')
    .publishes({ country: 'XKD', year: 2025, asks: ['Fund shelters.'] })
    .recordedOn('2026-05-14')
    .acts({ action: ACTION, on: '2026-02-10', serves: ['XKD-2025-01'] });
  const views = viewing(story.events(), TODAY);
  const actionsAt = async (at: object) =>
    (await views.ask('recommendations-by-reference', { references: ['XKD-2025-01'] }, at))[0]?.actions.count;

  it('is seen in March as we know it today, and not as we knew it then', async () => {
    expect(await actionsAt({ validTime: '2026-03-15' })).toBe(1);
    expect(await actionsAt({ validTime: '2026-03-15', systemTime: '2026-03-15' })).toBe(0);
    expect(await actionsAt({ validTime: '2026-02-09' })).toBe(0);
    expect(await actionsAt({ validTime: '2026-03-15', systemTime: '2026-05-14' })).toBe(1);
    expect(await actionsAt({ validTime: '2026-03-15', systemTime: '2026-05-14T11:59:59.999Z' })).toBe(0);
    expect(await actionsAt({ validTime: '2026-03-15', systemTime: 1 })).toBe(0);
  });
});

describe('what was withdrawn or corrected', () => {
  const REFERENCE = 'XKD-2025-01';
  const story = aStory()
    .recordedOn('2025-07-01')
    .publishes({ country: 'XKD', year: 2025, asks: ['Fund shelters.', 'Train judges.'] })
    .assesses({ entry: `${REFERENCE}-A1`, on: '2025-08-01', status: 'no_evidence' })
    .recordedOn('2025-10-01')
    .assesses({ entry: `${REFERENCE}-A2`, on: '2025-09-01', status: 'reversed' })
    .recordedOn('2025-11-01')
    .withdrawsEntry({ entry: `${REFERENCE}-A2`, on: '2025-11-01' })
    .recordedOn('2025-12-01')
    .correctsReport({ country: 'XKD', year: 2025, on: '2025-09-29', asks: ['Fund shelters.'] });
  const views = viewing(story.events(), TODAY);
  const at = async (reference: string, point: object) =>
    (await views.ask('recommendations-by-reference', { references: [reference] }, point))[0];

  it('lets what held before hold again, and keeps what was held then', async () => {
    const day = '2025-12-31';
    expect(await at(REFERENCE, { validTime: day })).toMatchObject({ implementation: { status: 'no_evidence' } });
    expect(await at(REFERENCE, { validTime: day, systemTime: '2025-10-31' })).toMatchObject({
      implementation: { status: 'reversed' },
    });
  });

  it('tells of an assessment whose only action was withdrawn, from then on', async () => {
    const told = aStory()
      .recordedOn('2026-07-01')
      .publishes({ country: 'XKD', year: 2026, asks: ['Fund shelters.'] })
      .acts({ action: ACTION, on: '2026-08-14', serves: ['XKD-2026-01'] })
      .assesses({ entry: 'XKD-2026-01-A1', on: '2026-09-01', status: 'initial_steps', onActions: [ACTION] })
      .recordedOn('2026-10-01')
      .withdrawsAction({ action: ACTION, country: 'XKD', on: '2026-10-01' });
    const later = viewing(told.events(), TODAY);
    const fallenAt = async (point: object) =>
      (await later.ask('recommendations-by-reference', { references: ['XKD-2026-01'] }, point))[0]?.implementation
        .assessment?.basisWithdrawn;
    expect(await fallenAt({})).toBe(true);
    expect(await fallenAt({ systemTime: '2026-09-30' })).toBe(false);
  });

  it('keeps a recommendation that a correction left out, as withdrawn', async () => {
    expect(await at('XKD-2025-02', {})).toMatchObject({ recordState: 'withdrawn', text: 'Train judges.' });
    expect(await at('XKD-2025-02', { systemTime: '2025-11-30' })).toMatchObject({ recordState: 'issued' });
    expect((await views.ask('recommendations-of-countries', { countries: ['XKD'] }))[0]).toHaveLength(1);
  });

  it('moves a report to its corrected day', async () => {
    expect(await at(REFERENCE, { validTime: '2025-08-15' })).toBeNull();
    expect(await at(REFERENCE, { validTime: '2025-08-15', systemTime: '2025-11-30' })).toMatchObject({
      issuedOn: '2025-06-30',
    });
  });

  it('leaves an assessment of the last period visible after the first of April, and the new period unassessed', async () => {
    expect(await at(REFERENCE, { validTime: '2026-04-01' })).toMatchObject({
      implementation: {
        status: 'not_assessed',
        reportingPeriod: 2026,
        assessment: null,
        lastPeriod: { status: 'no_evidence' },
      },
    });
  });
});
