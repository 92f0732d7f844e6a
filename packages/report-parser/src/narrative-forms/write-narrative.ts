import { tierName } from '../tier/tier-words.ts';
import type { ListHeading, NarrativeFacts, NarrativeForm } from './narrative-facts.ts';
import { writeList } from './write-list.ts';
import { writeTier } from './write-tier.ts';
import { writeWrapper } from './write-wrapper.ts';

export type WrittenNarrative = { text: string; items: string[] };

/** A narrative written out in a form; the inverse of reading it. */
export function writeNarrative(facts: NarrativeFacts, form: NarrativeForm): WrittenNarrative {
  const list = writeList(facts, form);
  const body = [
    tierHeading(facts, form),
    ...inOrder(form, writeTier(facts), profile(facts)),
    `${listHeading(facts, form.listHeading)}${list.text}`,
    ...sections(facts, form),
  ].join('\n\n');
  const text = writeWrapper(facts, form.wrapper) + body;
  return { text: contained(text, form, list.items), items: list.items };
}

function tierHeading({ country: { name }, tier }: NarrativeFacts, form: NarrativeForm): string {
  if (form.tierHeading === 'colon') return `${name.toUpperCase()}: ${tierName(tier.value)}`;
  if (form.tierHeading === 'capitals') return `${name.toUpperCase()}: ${tierName(tier.value).toUpperCase()}`;
  return `${name} (${tierName(tier.value)})`;
}

function inOrder({ order }: NarrativeForm, tier: string, about: string): string[] {
  return order === 'profile-first' ? [about, tier] : [tier];
}

function profile({ country: { name } }: NarrativeFacts): string {
  return `${name} is a source and transit country for women and men subjected to forced labor. Fishermen from ${name} work under debt on foreign vessels; some are not paid for years.`;
}

function listHeading({ country: { name } }: NarrativeFacts, heading: ListHeading): string {
  const headings: Record<ListHeading, string> = {
    prioritized: 'PRIORITIZED RECOMMENDATIONS\n\n',
    'prioritized-colon': 'PRIORITIZED RECOMMENDATIONS:\n\n',
    'for-capitals': `RECOMMENDATIONS FOR ${name.toUpperCase()}\n\n`,
    'run-in': `Recommendations for ${name}: `,
    'title-case': 'Prioritized Recommendations\n\n',
    misspelt: 'PRIORITIZED RECOMMENATIONS:\n\n',
    none: '',
  };
  return headings[heading];
}

function sections({ country: { name } }: NarrativeFacts, { listHeading: heading }: NarrativeForm): string[] {
  const headed = heading !== 'none';
  const deeds = `The government maintained law enforcement efforts. The penal code of ${name} prescribed penalties of up to 12 years' imprisonment; these were sufficiently stringent. Police opened four cases.`;
  const care = 'The government increased efforts to protect victims. Officials referred nine people to care.';
  const word = 'The government made modest efforts to prevent trafficking. It ran two campaigns on the radio.';
  return [
    ...(headed ? ['PROSECUTION'] : []),
    deeds,
    ...(headed ? ['PROTECTION'] : []),
    care,
    ...(headed ? ['PREVENTION'] : []),
    word,
  ];
}

function contained(text: string, form: NarrativeForm, items: readonly string[]): string {
  if (form.container === 'text') return text;
  return form.container === 'html' ? asPage(text, form, items) : wrapLines(text, 72);
}

const LISTED = new Set<NarrativeForm['separator']>(['bullet-lines', 'star-lines', 'numbered']);

function asPage(text: string, { separator }: NarrativeForm, items: readonly string[]): string {
  const paragraphs = text.split(/\n+/).map((line) => asElement(line, LISTED.has(separator) ? items : []));
  return `<!doctype html>\n<html lang="en"><head><title>A saved page</title><style>p { color: red }</style><script>var list = "<li>Report this page.</li>";</script></head>\n<body><nav><ul><li><a href="/">Home</a></li><li>Share</li></ul></nav>\n<main><article>\n${paragraphs.join('\n')}\n</article></main><footer>Back to top</footer></body></html>\n`;
}

function asElement(line: string, items: readonly string[]): string {
  const bare = line.replace(/^\s*(?:•|\*|\d+\.)\s+/, '');
  if (!items.includes(bare)) return `<p>${escape(line)}</p>`;
  const item = `<li>${escape(bare)
    .replace(' ', ' <em>')
    .replace(/(<em>\S*)/, '$1</em>')}</li>`;
  return `${bare === items[0] ? '<ul>' : ''}${item}${bare === items.at(-1) ? '</ul>' : ''}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#8217;');
}

/** Hard wrapping, as copies from print have it. */
export function wrapLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(?=.{${width + 1}})(.{20,${width}}) `, 'g'), '$1\n'))
    .join('\n');
}
