import type { CountryRegister } from '../country/country-register.ts';
import type { Opening } from '../landmarks.ts';
import type { Notice } from '../parsed-narrative.ts';
import type { Block } from '../source/join-blocks.ts';
import { isOldWording } from '../tier/standards-sentence.ts';
import { type Advice, adviceIn } from './advice-sentences.ts';
import type { ClosedSection } from './close-section.ts';
import type { ListItem } from './split-items.ts';

/** The sentences of advice in the tier's paragraph, when the narrative is of the years that had no list. */
export function findAdvice(
  blocks: readonly Block[],
  opening: Opening | null,
  register: CountryRegister,
): { closed: ClosedSection | null; warnings: Notice[] } {
  if (opening === null || !isOldWording(opening.sentence)) {
    return { closed: null, warnings: endsBefore(blocks, opening?.block ?? 0) };
  }
  const paragraph = tierParagraph(blocks, opening.block);
  const advice = adviceIn(paragraph, register);
  if (advice.items.length === 0) {
    return { closed: null, warnings: [...hinted(advice), ...endsBefore(blocks, opening.block)] };
  }
  const followed = opening.block + paragraph.length < blocks.length;
  return followed ? wholeAdvice(advice) : cutAdvice(advice);
}

function tierParagraph(blocks: readonly Block[], from: number): Block[] {
  const after = blocks.findIndex(({ gap, kind }, index) => index > from && (gap || kind !== 'text'));
  return blocks.slice(from, after < 0 ? blocks.length : after);
}

function wholeAdvice({ items }: Advice): { closed: ClosedSection; warnings: Notice[] } {
  return { closed: section(items, null, 'complete'), warnings: [inProse(items)] };
}

function cutAdvice({ items }: Advice): { closed: ClosedSection; warnings: Notice[] } {
  const last = items.at(-1);
  const cut = last === undefined || last.terminated ? null : last;
  const whole = cut === null ? items : items.slice(0, -1);
  const message = 'The text ends in the paragraph that holds the recommendations. Save the whole page to get the rest.';
  const notice = { code: 'recommendations-cut', message, line: last?.line ?? null };
  return { closed: section(whole, cut, 'cut'), warnings: [inProse(items), notice] };
}

function section(items: readonly ListItem[], cut: ListItem | null, state: 'complete' | 'cut'): ClosedSection {
  return {
    recommendations: items.map(({ text }, index) => ({ ordinal: index + 1, text })),
    items: [...items],
    section: state,
    cutAfter: state === 'cut' ? items.length : null,
    cut,
    confidence: 'medium',
    warnings: [],
  };
}

function inProse(items: readonly ListItem[]): Notice {
  const message =
    'The narrative has no list; the sentences that say what the government should do were taken as its recommendations, as reports to 2007 have them.';
  return { code: 'recommendations-in-prose', message, line: items[0]?.line ?? null };
}

function hinted({ hints }: Advice): Notice[] {
  return hints.slice(0, 3).map(({ text, line }) => ({
    code: 'advice-not-taken',
    message: `This narrative has no recommendations; it advises only in passing: “${text.slice(0, 300)}”`,
    line,
  }));
}

/** No list, and the text stops before anything that would stand behind one. */
function endsBefore(blocks: readonly Block[], from: number): Notice[] {
  const last = blocks.at(-1);
  if (last === undefined || blocks.slice(from).some(({ kind }) => kind === 'section-heading')) return [];
  const message =
    'The text holds no recommendations: it ends before them, or this page does not carry them. Save the whole page to get them.';
  return [{ code: 'recommendations-not-shown', message, line: last.starts.at(-1)?.line ?? last.line }];
}
