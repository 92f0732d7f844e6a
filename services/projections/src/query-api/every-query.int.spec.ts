import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const E1 = 'ENG-7F3K-2Q9X';
const A1 = 'ACT-7F3K-2Q9X';

/** A meeting, a promise, an action, an assessment and a closure; a forum's text; things corrected and withdrawn. */
const story = () =>
  aStory()
    .recordedOn('2026-07-01')
    .publishes({
      country: 'XKD',
      year: 2025,
      asks: ['Prosecute complicit officials.', 'Fund shelters outside the capital.'],
    })
    .publishes({
      country: 'XKD',
      year: 2026,
      tier: 'tier-2-watch-list',
      asks: [
        {
          text: 'Enact and enforce a law that forbids charging recruitment fees to workers.',
          pillars: ['prosecution'],
        },
        { text: 'Prosecute complicit officials.', pillars: ['prosecution'] },
        'Screen fishing crews at ports.',
      ],
      amendments: [{ field: 'tier', read: 'tier-2', saved: 'tier-2-watch-list' }],
    })
    .recordedOn('2026-09-09')
    .engages({ engagement: E1, on: '2026-09-09', countries: ['XKD', 'XLS'], pillars: ['protection'] })
    .raises({ engagement: E1, on: '2026-09-09', reference: 'XKD-2026-01', reception: 'welcomed' })
    .promises({ promise: `${E1}-P1`, on: '2026-09-09', country: 'XKD', due: '2026-10-31', serves: ['XKD-2026-01'] })
    .assigns({ followUp: `${E1}-F1`, on: '2026-09-09', countries: ['XKD', 'XLS'], due: '2026-10-01' })
    .answers({ entry: 'XKD-2026-01-R1', on: '2026-09-10', response: 'supported' })
    .notesPace({ reference: 'XKD-2026-01', on: '2026-09-11', pace: 'at_risk', waitingOn: 'host_government' })
    .acts({ action: A1, on: '2026-08-14', serves: ['XKD-2026-01', 'XKD-2026-03'] })
    .assesses({ entry: 'XKD-2026-01-A1', on: '2026-09-20', status: 'initial_steps', onActions: [A1] })
    .signsOff({ entry: 'XKD-2026-01-A1', on: '2026-09-21' })
    .closes({ entry: 'XKD-2026-02-C1', on: '2026-09-22' })
    .adopts({
      symbol: 'A/RES/72/1',
      on: '2026-09-01',
      commits: [{ wording: 'Adopt a national action plan.', countries: ['XKD'], due: '2027-01-01' }],
    })
    .reviews({ commitment: 'UNGA-A-RES-72-1-C01', on: '2026-10-01', countries: ['XKD'], delivery: 'limited' })
    .receivesRewording({ country: 'XKD', year: 2026, asks: ['Something else.'] });

describe('every query', () => {
  const views = viewing(story().events(), '2026-11-21');

  it('tells the progress of a country', async () => {
    const [kaldara, serra, unknown] = await views.ask('countries-by-code', { codes: ['XKD', 'XLS', 'XNB'] });
    expect(unknown).toBeNull();
    expect(serra).toMatchObject({ name: 'XLS', tier: null, recommendations: { total: 0 }, openFollowUps: 1 });
    expect(kaldara).toMatchObject({
      name: 'Kaldara',
      tier: { value: 'tier-2-watch-list', reportYear: 2026 },
      recommendations: { total: 3, open: 2, byStatus: { initial_steps: 1, not_assessed: 2 } },
      lastEngagement: { engagementId: E1, daysAgo: 73 },
      openPromises: 2,
      overduePromises: 1,
      overdueFollowUps: 1,
      nextDue: { kind: 'follow_up', dueOn: '2026-10-01', overdue: true, days: -51 },
      rewordingsToReview: 1,
      heldSince: '2026-07-01T12:00:00.000Z',
    });
    expect(kaldara?.attention.map(({ sentence }) => sentence)).toEqual([
      'A promise is overdue by 21 days: Send the recruitment-fee law to parliament.',
      'A follow-up of ours is overdue by 51 days: Send the model law.',
      'A differing text of the 2026 report was received and waits for a decision.',
    ]);
  });

  it('tells what was asked, answered, done and found', async () => {
    const [first, second] = await views.ask('recommendations-by-reference', {
      references: ['XKD-2026-01', 'XKD-2025-01'],
    });
    expect(first).toMatchObject({
      recordState: 'issued',
      response: { value: 'supported', respondent: 'Ministry of Justice' },
      implementation: {
        status: 'initial_steps',
        assessment: { signedOff: { occurredOn: '2026-09-21' } },
        lastPeriod: null,
      },
      pace: 'at_risk',
      waitingOn: 'host_government',
      raised: { times: 1, lastReception: 'welcomed' },
      promises: [{ commitmentId: `${E1}-P1`, overdue: true }],
      actions: { count: 1, lastOn: '2026-08-14' },
      outOf: 3,
      askedYears: 1,
      revision: 3,
    });
    expect(second).toMatchObject({ recordState: 'carried_forward', succeededBy: 'XKD-2026-02', revision: -1 });
  });

  it('answers the lists', async () => {
    expect(await views.ask('recommendations', { filter: { current: true }, sort: 'status' })).toMatchObject({
      total: 3,
    });
    expect(
      (await views.ask('recommendations-of-countries', { countries: ['XKD', 'XLS'] })).map((each) => each.length),
    ).toEqual([3, 0]);
    expect((await views.ask('wordings-of-recommendations', { references: ['XKD-2025-01'] }))[0]).toMatchObject([
      { reference: 'XKD-2025-01', relation: 'new' },
      { reference: 'XKD-2026-02', relation: 'same_wording' },
    ]);
    expect(await views.ask('engagements', { filter: { countries: ['XLS'], text: 'draft parl' } })).toMatchObject({
      total: 1,
    });
    expect(await views.ask('follow-ups', { filter: { state: 'overdue' } })).toMatchObject({ total: 1 });
    expect(await views.ask('commitments', { filter: { overdue: true } })).toMatchObject({ total: 1 });
    expect(await views.ask('commitments', { filter: { dueWithinDays: 60 } })).toMatchObject({ total: 1 });
    expect(await views.ask('instruments', { filter: { text: 'declaration' } })).toMatchObject({ total: 1 });
    expect(await views.ask('portfolio', {})).toMatchObject({
      totals: { countries: 2, openRecommendations: 2, overduePromises: 1 },
    });
  });

  it('answers the records by their references', async () => {
    const [engagement] = await views.ask('engagements-by-id', { ids: [E1] });
    expect(engagement).toMatchObject({
      raised: [{ reference: 'XKD-2026-01', reception: 'welcomed' }],
      promises: [{ commitmentId: `${E1}-P1`, overdue: true }],
      followUps: [{ followUpId: `${E1}-F1`, overdue: true, countries: ['XKD', 'XLS'] }],
      revision: 3,
    });
    const [commitment] = await views.ask('commitments-by-id', { ids: ['UNGA-A-RES-72-1-C01'] });
    expect(commitment).toMatchObject({
      forum: 'UNGA',
      documentSymbol: 'A/RES/72/1',
      delivery: 'limited',
      reviews: [{ delivery: 'limited' }],
    });
    expect((await views.ask('instruments-by-id', { ids: ['UNGA-A-RES-72-1'] }))[0]?.commitments).toHaveLength(1);
    expect((await views.ask('reports-by-id', { ids: ['XKD-2026', 'XKD-2020'] }))[0]).toMatchObject({
      amendments: [{ field: 'tier', read: 'tier-2', saved: 'tier-2-watch-list' }],
      rewordings: [{ review: null }],
    });
    expect(
      (await views.ask('reports-of-countries', { countries: ['XKD'] }))[0]?.map(({ reportYear }) => reportYear),
    ).toEqual([2026, 2025]);
  });

  it('tells the timeline of a country, and of one recommendation', async () => {
    const [country, recommendation] = await views.ask('timelines', {
      subjects: [
        { kind: 'country', country: 'XKD' },
        { kind: 'recommendation', reference: 'XKD-2026-01' },
      ],
    });
    expect(country?.rows.map(({ node }) => node.kind)).toEqual([
      'promise-overdue',
      'delivery-review',
      'closure',
      'assessment',
      'response',
      'promise',
      'engagement',
      'forum-commitment',
      'concrete-action',
      'report-published',
      'report-published',
    ]);
    expect(country).toMatchObject({ total: 11, hasNextPage: false });
    expect(recommendation?.rows.map(({ node }) => node.kind)).toEqual([
      'promise-overdue',
      'assessment',
      'response',
      'promise',
      'engagement',
      'concrete-action',
      'report-published',
    ]);
  });

  it('finds words wherever they were written', async () => {
    const found = async (text: string) =>
      (await views.ask('search-everything', { text })).rows.map(({ node }) => node.id);
    expect(await found('kald')).toContain('XKD');
    expect(await found('recruit')).toEqual(expect.arrayContaining(['XKD-2026-01', `${E1}-P1`]));
    expect(await found('"second shelter"')).toEqual([A1]);
    expect(await found('"shelter second"')).toEqual([]);
  });
});
