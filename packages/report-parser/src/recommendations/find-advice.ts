import type { CountryRegister } from '../country/country-register.ts';
import type { Opening } from '../landmarks.ts';
import type { Notice } from '../parsed-narrative.ts';
import type { Block } from '../source/join-blocks.ts';
import { isOldWording } from '../tier/standards-sentence.ts';
import { type Advice, adviceIn } from './advice-sentences.ts';
import type { ClosedSection } from './close-section.ts';

/** The sentences of advice in the tier's paragraph, when the narrative is of the years that had no list. */
export function findAdvice(
  blocks: readonly Block[],
  opening: Opening | null,
  register: CountryRegister,
): { closed: ClosedSection | null; warnings: Notice[] } {
  if (opening === null || !isOldWording(opening.sentence))
    return { closed: null, warnings: endsBefore(blocks, opening) };
  const paragraph = tierParagraph(blocks, opening.block);
  const advice = adviceIn(paragraph, register);
  if (advice.items.length > 0) return asSection(advice, opening.block + paragraph.length < blocks.length);
  return { closed: null, warnings: [...hinted(advice), ...endsBefore(blocks, opening)] };
}

function tierParagraph(blocks: readonly Block[], from: number): Block[] {
  const after = blocks.findIndex(({ gap, kind }, index) => index > from && (gap || kind !== 'text'));
  return blocks.slice(from, after < 0 ? blocks.length : after);
}

function asSection({ items }: Advice, followed: boolean): { closed: ClosedSection; warnings: Notice[] } {
  const last = items.at(-1);
  const cut = followed || last === undefined || last.terminated ? null : last;
  const whole = cut === null ? items : items.slice(0, -1);
  const line = items[0]?.line ?? null;
  const message =
    'The narrative has no list; the sentences that say what the government should do were taken as its recommendations, as reports to 2007 have them.';
  const closed: ClosedSection = {
    recommendations: whole.map(({ text }, index) => ({ ordinal: index + 1, text })),
    items: whole,
    section: followed ? 'complete' : 'cut',
    cutAfter: followed ? null : whole.length,
    cut,
    confidence: 'medium',
    warnings: [],
  };
  const cutNotice: Notice[] = followed
    ? []
    : [
        {
          code: 'recommendations-cut',
          message:
            'The text ends in the paragraph that holds the recommendations. Save the whole page to get the rest.',
          line: last?.line ?? line,
        },
      ];
  return { closed, warnings: [{ code: 'recommendations-in-prose', message, line }, ...cutNotice] };
}

function hinted({ hints }: Advice): Notice[] {
  return hints.slice(0, 3).map(({ text, line }) => ({
    code: 'advice-not-taken',
    message: `This narrative has no recommendations; it advises only in passing: “${text.slice(0, 300)}”`,
    line,
  }));
}

/** No list, and the text stops before anything that would stand behind one. */
function endsBefore(blocks: readonly Block[], opening: Opening | null): Notice[] {
  const last = blocks.at(-1);
  if (last === undefined || opening === null) return [];
  if (blocks.slice(opening.block).some(({ kind }) => kind === 'section-heading')) return [];
  const message =
    'The text holds no recommendations: it ends before them, or this page does not carry them. Save the whole page to get them.';
  return [{ code: 'recommendations-not-shown', message, line: last.starts.at(-1)?.line ?? last.line }];
}
