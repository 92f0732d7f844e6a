import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const LETTERS = 'ABCDEFGHJK';
const meeting = (number: number) => `ENG-AAAA-AAA${LETTERS[number]}`;

/** Ten meetings on ten days, each with a promise and a follow-up. */
const tenMeetings = () => {
  const story = aStory()
    .recordedOn('2026-07-01')
    .publishes({ country: 'XKD', year: 2026, asks: ['Train judges.', 'Fund shelters.', 'Inspect farms.'] });
  for (let number = 0; number < 10; number += 1) {
    const on = `2026-08-${10 + number}`;
    story
      .recordedOn(on)
      .engages({ engagement: meeting(number), on, countries: ['XKD'] })
      .promises({ promise: `${meeting(number)}-P1`, on, country: 'XKD', due: `2026-12-${10 + number}` })
      .assigns({ followUp: `${meeting(number)}-F1`, on, countries: ['XKD'], due: `2026-12-${10 + number}` });
  }
  return story;
};

type Page = {
  readonly rows: readonly { readonly node: unknown }[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
};

const LISTS: readonly [
  string,
  (views: ReturnType<typeof viewing>, paging: { first: number; after: string | null }) => Promise<Page>,
][] = [
  ['engagements', (views, paging) => views.ask('engagements', paging)],
  ['follow-ups', (views, paging) => views.ask('follow-ups', paging)],
  ['commitments', (views, paging) => views.ask('commitments', paging)],
  ['recommendations', (views, paging) => views.ask('recommendations', { sort: 'newest', ...paging })],
  ['portfolio', async (views, paging) => (await views.ask('portfolio', { sort: 'next-due', ...paging })).page],
  ['search', (views, paging) => views.ask('search-everything', { text: 'meeting', ...paging })],
  [
    'timeline',
    async (views, paging) =>
      (await views.ask('timelines', { subjects: [{ kind: 'country', country: 'XKD' }], ...paging }))[0] as Page,
  ],
];

describe('pages', () => {
  it.each(LISTS)('of %s hold everything once, in the order of one long page', async (_, list) => {
    const views = viewing(tenMeetings().events(), '2026-11-21');
    const whole = await list(views, { first: 200, after: null });
    const found: unknown[] = [];
    let page: Page = await list(views, { first: 3, after: null });
    for (found.push(...page.rows); page.hasNextPage; found.push(...page.rows)) {
      page = await list(views, { first: 3, after: page.endCursor });
    }
    expect(found).toEqual(whole.rows);
    expect(whole.rows.length).toBeGreaterThan(0);
  });

  it('hold their place when something comes in before it', async () => {
    const story = tenMeetings();
    const views = viewing(story.events(), '2026-11-21');
    const first = await views.ask('engagements', { first: 3 });
    views.take(
      story
        .recordedOn('2026-11-01')
        .engages({ engagement: 'ENG-BBBB-BBBB', on: '2026-10-31', countries: ['XKD'] })
        .events(),
    );
    const second = await views.ask('engagements', { first: 3, after: first.endCursor });
    expect(second.rows.map(({ node }) => node.engagementId)).toEqual([meeting(6), meeting(5), meeting(4)]);
    expect(second.total).toBe(11);
  });

  it('refuse a cursor of another order', async () => {
    const views = viewing(tenMeetings().events(), '2026-11-21');
    const { endCursor } = await views.ask('recommendations', { sort: 'newest', first: 1 });
    await expect(views.ask('recommendations', { sort: 'status', after: endCursor })).rejects.toMatchObject({
      code: 'bad-cursor',
    });
    await expect(views.ask('timelines', { subjects: [], after: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});
