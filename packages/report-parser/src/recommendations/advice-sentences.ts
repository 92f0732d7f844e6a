import type { CountryRegister } from '../country/country-register.ts';
import { countryAtStart } from '../country/match-country.ts';
import { type Block, lineAt } from '../source/join-blocks.ts';
import { sentencesOf } from '../source/sentences.ts';
import type { ListItem } from './split-items.ts';

const SHOULD = /^(?:the |in addition, |additionally, )*(.{1,80}?) should\b/i;
const NEEDS = /^(?:the )?(.{1,80}?) (?:needs? to|must|is encouraged to)\b/i;
const REACH = 200;
const GOVERNMENT = /\b(?:government|authorities|officials|law enforcement|police)\b/i;

export type Advice = { items: (ListItem & { terminated: boolean })[]; hints: ListItem[] };

/**
 * To 2007 a narrative had no list: its recommendations are the sentences "X should ..." of the tier's paragraph.
 * Sentences that say what a government "needs to" do are older still and no recommendations yet; they are shown as hints.
 */
export function adviceIn(blocks: readonly Block[], register: CountryRegister): Advice {
  const advice: Advice = { items: [], hints: [] };
  for (const block of blocks) {
    for (const { text, offset, terminated } of sentencesOf(block.text)) {
      const item = { text, line: lineAt(block, offset), terminated };
      if (speaksOfGovernment(SHOULD.exec(text.slice(0, REACH))?.[1], register)) advice.items.push(item);
      else if (speaksOfGovernment(NEEDS.exec(text.slice(0, REACH))?.[1], register)) advice.hints.push(item);
    }
  }
  return advice;
}

function speaksOfGovernment(subject: string | undefined, register: CountryRegister): boolean {
  if (subject === undefined) return false;
  return GOVERNMENT.test(subject) || countryAtStart(subject, register) !== null;
}
