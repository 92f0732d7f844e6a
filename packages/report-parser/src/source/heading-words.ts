import { isNameLike } from '../country/name-like.ts';

/** The headings of a narrative's sections after the recommendations, of all years. */
const SECTION =
  /^(?:law enforcement|prosecution|protection|prevention|trafficking profile|partnerships?|scope and magnitude|government efforts|country profile)(?: efforts)?(?:\s*[:.]?$)/i;

/** Such a heading on a line of its own. */
export function isSectionHeading(text: string): boolean {
  return text.length < 40 && SECTION.test(text);
}

export type RecommendationsHeading = {
  heading: string;
  /** The country named in it. */
  name: string | null;
  /** What stands on the same line after it. */
  rest: string;
  /** Which form of list follows it, as far as the heading tells. */
  era: 'semicolons' | 'list' | null;
};

/** Misspelt in the report itself at times ("RECOMMENATIONS"), so only the outline of the word is asked for. */
const WORD = 'rec+om+[a-z]{1,6}[ai]tions?';
const HEADING = new RegExp(
  `^["“']?((?:(prioriti[sz]ed|priority|key)\\s)?(?:${WORD})(?:\\s(?:for|to)\\s([^:;]{2,70}?))?)\\s?(:|$)["”']?\\s?`,
  'i',
);
const CAPITAL_RUN_IN = new RegExp(
  `^(PRIORITI[SZ]ED\\s[A-Z]{12,18}|RECOMMENDATIONS FOR(?: (?:[A-Z][A-Z.'’,-]+|[A-Z]\\.))+)\\s(?=\\S{2})`,
);

export function recommendationsHeading(text: string): RecommendationsHeading | null {
  const plain = HEADING.exec(text.slice(0, 160));
  if (plain !== null) return fromPlain(plain, text);
  const run = CAPITAL_RUN_IN.exec(text.slice(0, 160));
  if (run?.[1] === undefined) return null;
  const name = /^RECOMMENDATIONS FOR (.+)$/.exec(run[1])?.[1] ?? null;
  return { heading: run[1], name, rest: text.slice(run[0].length), era: name === null ? 'list' : 'semicolons' };
}

function fromPlain(found: RegExpExecArray, text: string): RecommendationsHeading | null {
  const [whole, heading, priority, name = null, end] = found;
  if (heading === undefined || (end === '' && whole.length < text.length)) return null;
  if (name !== null && !isNameLike(name.replace(/^the /i, ''))) return null;
  return { heading: heading.trim(), name, rest: text.slice(whole.length), era: eraOf(priority, name) };
}

/** "Prioritized" since 2019; a country's name to 2018. */
function eraOf(priority: string | undefined, name: string | null): RecommendationsHeading['era'] {
  if (priority !== undefined) return 'list';
  return name === null ? null : 'semicolons';
}
