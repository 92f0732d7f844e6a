import type { AnswerTo } from '@demarche/contracts';
import { aStory } from '@demarche/testing';
import { describe, expect, it } from 'vitest';
import { viewing } from '../spec-kit/viewing.ts';

const YEARS = Array.from({ length: 14 }, (_, index) => 2013 + index);

/** What the recommendations say, and one action. */
const ALL = YEARS.length * 42 + 1;

/** More texts with the same word than are ranked at once; every seventh says it twice. */
const story = () => {
  const told = aStory().recordedOn('2026-07-01');
  for (const year of YEARS) {
    const asks = Array.from({ length: 42 }, (_, index) => {
      const filling = 'in every province '.repeat((index % 5) + 1);
      return `Fund shelters ${index % 7 === 0 ? 'and more shelters ' : ''}${filling}of ${year}.`;
    });
    told.publishes({ country: 'XKD', year, asks });
  }
  return told.acts({
    action: 'ACT-7F3K-2Q9X',
    on: '2026-08-14',
    serves: ['XKD-2026-03'],
    what: 'Two shelters opened.',
  });
};

const placeIn = (cursor: string): readonly number[] =>
  (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, number, number]).slice(1) as number[];

const inOrder = (
  [rank = 0, number = 0]: readonly number[],
  [laterRank = 0, laterNumber = 0]: readonly number[],
): number => rank - laterRank || number - laterNumber;

describe('a word that stands in more texts than are ranked at once', () => {
  const views = viewing(story().events(), '2026-11-21');

  it('is found in all of them, each once, the best first', async () => {
    const ids: string[] = [];
    const places: (readonly number[])[] = [];
    let after: string | null = null;
    do {
      const page: AnswerTo<'search-everything'> = await views.ask('search-everything', {
        text: 'shelters',
        first: 150,
        after,
      });
      expect(page.total).toBe(ALL);
      ids.push(...page.rows.map(({ node }) => node.id));
      places.push(...page.rows.map(({ cursor }) => placeIn(cursor)));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(ids).toHaveLength(ALL);
    expect(new Set(ids)).toHaveProperty('size', ids.length);
    expect(places).toEqual(places.toSorted(inOrder));
  });

  it('is found in those of a kind, however few of the best these are', async () => {
    const actions = await views.ask('search-everything', { text: 'shelters', kinds: ['concrete_action'], first: 5 });
    const countries = await views.ask('search-everything', { text: 'shelters', kinds: ['country'], first: 5 });
    expect([actions.total, countries.total]).toEqual([1, 0]);
  });
});
