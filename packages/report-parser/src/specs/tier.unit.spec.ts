import { describe, expect, test } from 'vitest';
import { type ParsedNarrative, parseNarrative } from '../index.ts';
import { ordinalNumber } from '../tier/ordinal-number.ts';
import { COUNTRIES } from './arbitrary-narratives.ts';

const EFFORTS =
  'does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so.';
const END = '\n\nPRIORITIZED RECOMMENDATIONS:\n\nTrain the police. • Fund shelters.\n\nPROSECUTION\n';

function tierOf(paragraph: string, heading = ''): ParsedNarrative['tier'] {
  return parse(paragraph, heading).tier;
}

function parse(paragraph: string, heading = ''): ParsedNarrative {
  return parseNarrative({ file: 'tier', text: `${heading}\n\n${paragraph}${END}`, countries: COUNTRIES });
}

describe('the tier is the placement named last, not every tier in the paragraph', () => {
  test.each([
    [
      'Therefore Kaldara remained on Tier 2 Watch List for the second consecutive year.',
      'tier-2-watch-list',
      'remained',
      2,
    ],
    ['Therefore, Kaldara was downgraded to Tier 3.', 'tier-3', 'downgraded', null],
    [
      'It made key achievements; therefore Kaldara was upgraded to Tier 2 Watch List.',
      'tier-2-watch-list',
      'upgraded',
      null,
    ],
    ['It made key achievements; therefore, Kaldara was upgraded from Tier 3 to Tier 2.', 'tier-2', 'upgraded', null],
    ['Therefore Kaldara is placed on Tier 2 Watch List.', 'tier-2-watch-list', null, null],
    [
      'Therefore, Kaldara is placed on Tier 2 Watch List for a fourth consecutive year.',
      'tier-2-watch-list',
      'remained',
      4,
    ],
    [
      'Although Kaldara meets the criteria for Tier 2 Watch List, because it has been on Tier 2 Watch List for four years it is no longer eligible for that ranking and is therefore ranked Tier 3.',
      'tier-3',
      'downgraded',
      null,
    ],
    [
      'Kaldara, which was placed on Tier 2 Watch List for the last nine consecutive years, is not eligible and is therefore placed on Tier 3.',
      'tier-3',
      'downgraded',
      null,
    ],
    ['Kaldara was upgraded to Tier 1 in 2011. Therefore Kaldara remained on Tier 2.', 'tier-2', 'remained', null],
    ['Therefore Kaldara is placed on Tier 2 Watch List for the first time.', 'tier-2-watch-list', 'first-listed', null],
    ['Therefore Kaldara remained on Tier II.', 'tier-2', 'remained', null],
  ])('%s', (sentence, value, movement, consecutiveYears) => {
    const tier = tierOf(`The Government of Kaldara ${EFFORTS} ${sentence}`);
    expect(tier).toMatchObject({ value, movement, consecutiveYears });
    expect(sentence).toContain(tier?.sentence);
  });

  test('a waiver is told, and the downgrade it spared is not taken for the tier', () => {
    const waiver =
      'Because it has a written plan, Kaldara was granted a waiver from an otherwise required downgrade to Tier 3; therefore Kaldara remained on Tier 2 Watch List for the third consecutive year.';
    const older =
      'Therefore, Kaldara is placed on Tier 2 Watch List for a third consecutive year. Kaldara was not placed on Tier 3 per Section 107, as it has a plan.';
    for (const sentence of [waiver, older]) {
      const tier = tierOf(`The Government of Kaldara ${EFFORTS} ${sentence}`);
      expect(tier).toMatchObject({ value: 'tier-2-watch-list', waiver: true, consecutiveYears: 3 });
    }
  });

  test('a stray clause in the sentence on Tier 3 does not hide it', () => {
    const sentence =
      'The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking and, even considering the impact of the COVID-19 pandemic, if any, on its capacity, and is not making significant efforts to do so; therefore Kaldara was downgraded to Tier 3.';
    expect(tierOf(sentence)).toMatchObject({ value: 'tier-3', movement: 'downgraded' });
  });
});

describe('heading and sentence', () => {
  test('disagree: the sentence is taken, both are kept, and a warning says so', () => {
    const parsed = parse(
      `The Government of Kaldara ${EFFORTS} Therefore Kaldara remained on Tier 2 Watch List.`,
      'Kaldara (Tier 2)',
    );
    expect(parsed.tier).toMatchObject({ value: 'tier-2-watch-list', heading: 'Kaldara (Tier 2)' });
    expect(parsed.warnings.map(({ code }) => code)).toContain('tier-disagreement');
    expect(parsed.evidence.tier.confidence).toBe('medium');
  });

  test('the old wording names no tier: the heading is the only source', () => {
    const old =
      'The Government of Kaldara does not fully comply with the minimum standards for the elimination of trafficking; however, it is making significant efforts to do so.';
    expect(tierOf(old, 'KALDARA (Tier 2)')).toMatchObject({ value: 'tier-2', movement: null });
    expect(tierOf(old, 'Tier 2')).toMatchObject({ value: 'tier-2', heading: 'Tier 2' });
    expect(tierOf(old, 'KALDARA (Tier 2 Watch List)')).toMatchObject({ value: 'tier-2-watch-list' });
    expect(
      tierOf('The Government of Kaldara fully complies with the minimum standards for the elimination of trafficking.'),
    ).toMatchObject({ value: 'tier-1', heading: null });
  });

  test.each([
    ['Special Case: KALDARA', 'Kaldara remains a Special Case for the 21st consecutive year.', 21],
    ['SPECIAL CASE: KALDARA', 'Kaldara remains a Special Case for the eighteenth consecutive year.', 18],
    ['KALDARA (Not Rated)', 'Kaldara remains a special case for a second consecutive year.', 2],
  ])('a special case: %s', (heading, sentence, consecutiveYears) => {
    expect(tierOf(`${sentence} Trafficking goes on.`, heading)).toMatchObject({
      value: 'special-case',
      movement: 'remained',
      consecutiveYears,
    });
  });

  test('a sentence cut after "Tier 2" is not taken for Tier 2', () => {
    const cut = (heading: string) =>
      parseNarrative({
        file: 'cut',
        text: `${heading}\n\nThe Government of Kaldara ${EFFORTS} Therefore Kaldara remained on Tier 2`,
        countries: COUNTRIES,
      });
    expect(cut('').tier).toBeNull();
    expect(cut('').warnings.map(({ code }) => code)).toContain('tier-sentence-cut');
    expect(cut('KALDARA: Tier 2 Watch List').tier?.value).toBe('tier-2-watch-list');
  });
});

describe('years are counted by any English ordinal', () => {
  test.each([
    ['second', 2],
    ['twelfth', 12],
    ['twentieth', 20],
    ['twenty-first', 21],
    ['thirty second', 32],
    ['19th', 19],
    ['3rd', 3],
    ['two', 2],
    ['ninety-ninth', 99],
  ])('%s is %i', (words, number) => {
    expect(ordinalNumber(words)).toBe(number);
  });

  test.each(['consecutive', 'twenty-eleventh', '', 'first and'])('%j is none', (words) => {
    expect(ordinalNumber(words)).toBeNull();
  });
});
