import type { Notice } from '../parsed-narrative.ts';
import type { Block } from '../source/join-blocks.ts';
import type { YearDecision } from './decide-year.ts';

const MOST_BLOCKS = 80;
const REACH = 20_000;

type Sign = { words: RegExp; from: number; to: number; what: string };

const SIGNS: readonly Sign[] = [
  { words: /COVID-19/i, from: 2020, to: 9999, what: 'the COVID-19 pandemic' },
  { words: /PRIORITI[SZ]ED RECOM/i, from: 2019, to: 9999, what: 'prioritized recommendations' },
  {
    words: /(?:^|\n)RECOMMENDATIONS FOR [A-Z]/,
    from: 2001,
    to: 2018,
    what: 'a heading “Recommendations for” the country',
  },
  {
    words: /fully compl(?:y|ies) with the minimum standards/i,
    from: 2001,
    to: 2016,
    what: 'the old wording “comply with the minimum standards”',
  },
  {
    words: /fully meets? the minimum standards/i,
    from: 2016,
    to: 9999,
    what: 'the wording “meet the minimum standards”',
  },
];

/** A year that the text's own manner contradicts: the page was misnamed, or the address now shows another year. */
export function unlikelyYear({ reportYear: year, line }: YearDecision, blocks: readonly Block[]): Notice[] {
  if (year === null) return [];
  const text = blocks
    .slice(0, MOST_BLOCKS)
    .map((block) => block.text)
    .join('\n')
    .slice(0, REACH);
  const sign = SIGNS.find(({ words, from, to }) => (year < from || year > to) && words.test(text));
  if (sign === undefined) return [];
  const message = `The year reads ${year}, but the text has ${sign.what}, which the report of that year did not. Please check the year.`;
  return [{ code: 'report-year-unlikely', message, line }];
}
