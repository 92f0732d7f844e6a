import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const COMMITMENT = 'UNGA-A-RES-72-1-C01';
const OF_ADDENDUM = 'UNGA-A-RES-72-1-ADD-1-C01';

const story = aStory()
  .recordedOn('2026-03-01')
  .adopts({
    symbol: 'A/RES/72/1',
    on: '2026-01-10',
    commits: [{ wording: 'Adopt a national plan.', countries: ['XKD'], due: '2026-06-01' }],
  })
  .adopts({
    symbol: 'A/RES/72/1/Add.1',
    on: '2026-02-10',
    commits: [{ wording: 'Report on the national plan.', countries: ['XKD'] }],
  })
  .reviews({ commitment: COMMITMENT, on: '2026-02-20', countries: ['XKD'], delivery: 'limited' })
  .recordedOn('2026-04-01')
  .correctsInstrument({ symbol: 'A/RES/72/1', on: '2025-12-20' });

describe('a forum text whose day is corrected', () => {
  const views = viewing(story.events(), '2026-11-21');

  it('takes its own commitments along, and none of a text whose symbol begins alike', async () => {
    const [own, other] = await views.ask('commitments-by-id', { ids: [COMMITMENT, OF_ADDENDUM] });
    expect([own?.madeOn, other?.madeOn]).toEqual(['2025-12-20', '2026-02-10']);
    const [timeline] = await views.ask('timelines', { subjects: [{ kind: 'country', country: 'XKD' }] });
    expect(timeline?.rows.map(({ node }) => [node.kind, node.occurredOn])).toEqual([
      ['delivery-review', '2026-02-20'],
      ['forum-commitment', '2026-02-10'],
      ['forum-commitment', '2025-12-20'],
    ]);
    const found = await views.ask('search-everything', { text: 'national plan' });
    expect(found.rows.map(({ node }) => [node.id, node.occurredOn]).sort()).toEqual([
      [OF_ADDENDUM, '2026-02-10'],
      [COMMITMENT, '2025-12-20'],
    ]);
  });

  it('was known by the other day before', async () => {
    const [own] = await views.ask(
      'commitments-by-id',
      { ids: [COMMITMENT] },
      { validTime: '2026-01-01', systemTime: '2026-03-31' },
    );
    expect(own).toBeNull();
  });
});

describe('a commitment', () => {
  const life = { commitment: COMMITMENT, countries: ['XKD'] };
  const views = viewing(
    story
      .recordedOn('2026-08-01')
      .lapses({ ...life, on: '2026-07-15' })
      .events(),
    '2026-11-21',
  );
  const at = async (validTime: string) => {
    const [found] = await views.ask('commitments-by-id', { ids: [COMMITMENT] }, { validTime });
    return found && { state: found.state, delivery: found.delivery, overdue: found.overdue };
  };

  it('is open, reviewed, overdue and ended, each from its day on', async () => {
    expect(await at('2026-02-19')).toEqual({ state: 'open', delivery: null, overdue: false });
    expect(await at('2026-06-01')).toEqual({ state: 'open', delivery: 'limited', overdue: false });
    expect(await at('2026-06-02')).toEqual({ state: 'open', delivery: 'limited', overdue: true });
    expect(await at('2026-07-15')).toEqual({ state: 'lapsed', delivery: 'limited', overdue: false });
  });
});
