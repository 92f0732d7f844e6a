import type { Confidence, Notice, TierValue } from '../parsed-narrative.ts';
import type { Outcome } from './outcome-sentence.ts';
import { isOldWording, type Standing, standingOf } from './standards-sentence.ts';
import type { TierHeading } from './tier-heading.ts';
import { tierName } from './tier-words.ts';

export type TierReadings = {
  heading: (TierHeading & { line: number }) | null;
  standards: { sentence: string; line: number; terminated: boolean } | null;
  /** The last placement before the recommendations. */
  outcome: (Outcome & { line: number }) | null;
  waiver: boolean;
  /** More of the narrative follows the paragraph, so that a placement further on was not cut away. */
  paragraphClosed: boolean;
  /** Nothing at all follows the heading, which may itself be cut. */
  headingLast: boolean;
};

export type TierChoice = { value: TierValue | null; confidence: Confidence; warnings: Notice[] };

const BY_STANDING: Record<Standing, TierValue> = { meets: 'tier-1', efforts: 'tier-2', 'no-efforts': 'tier-3' };

/** The sentence is preferred over the heading, since headings are what copies get wrong. */
export function chooseTier(readings: TierReadings): TierChoice {
  const { outcome, heading } = readings;
  if (outcome === null) return fromStanding(readings);
  if (outcome.open) return fromOpenSentence(outcome.line, heading);
  const cut = outcome.terminated ? [] : [maybeLonger(outcome.line)];
  if (heading === null || heading.value === outcome.value) {
    return { value: outcome.value, confidence: cut.length > 0 ? 'medium' : 'high', warnings: cut };
  }
  const message = `The heading says ${tierName(heading.value)}, the sentence says ${tierName(outcome.value)}. The sentence was taken; please check.`;
  const warnings = [{ code: 'tier-disagreement', message, line: heading.line }, ...cut];
  return { value: outcome.value, confidence: 'medium', warnings };
}

function maybeLonger(line: number): Notice {
  const message =
    'The text ends inside the sentence on the tier; for how many years the placement has stood may be missing.';
  return { code: 'tier-sentence-cut', message, line };
}

function fromOpenSentence(line: number, heading: TierHeading | null): TierChoice {
  if (heading?.value === 'tier-2' || heading?.value === 'tier-2-watch-list') {
    const message = 'The text ends inside the sentence on the tier; the tier was taken from the heading.';
    return { value: heading.value, confidence: 'medium', warnings: [{ code: 'tier-sentence-cut', message, line }] };
  }
  const message =
    'The text ends inside the sentence on the tier, which may say Tier 2 or Tier 2 Watch List. Save the page again, or enter the tier.';
  return { value: null, confidence: 'low', warnings: [{ code: 'tier-sentence-cut', message, line }] };
}

function fromStanding(readings: TierReadings): TierChoice {
  const { heading, standards } = readings;
  if (heading !== null) return standards === null ? headingAlone(readings, heading) : headingWith(heading, standards);
  if (standards === null) return notStated(null);
  const standing = standingOf(standards.sentence);
  if (standing !== 'efforts') return { value: BY_STANDING[standing], confidence: 'medium', warnings: [] };
  // Without a placement and without a heading the old wording means Tier 2: the watch list was always named.
  if (!isOldWording(standards.sentence) || !readings.paragraphClosed) return notStated(standards.line);
  const message = 'No tier is named; “does not fully comply … significant efforts” was taken as Tier 2. Please check.';
  return { value: 'tier-2', confidence: 'low', warnings: [{ code: 'tier-inferred', message, line: standards.line }] };
}

function headingAlone({ headingLast }: TierReadings, heading: TierHeading & { line: number }): TierChoice {
  if (!headingLast || heading.value !== 'tier-2') return { value: heading.value, confidence: 'medium', warnings: [] };
  const message = 'The text ends with its heading, which may say Tier 2 or Tier 2 Watch List. Save the whole page.';
  return { value: null, confidence: 'low', warnings: [{ code: 'tier-heading-cut', message, line: heading.line }] };
}

function headingWith(heading: TierHeading, standards: NonNullable<TierReadings['standards']>): TierChoice {
  const standing = standingOf(standards.sentence);
  const said = BY_STANDING[standing];
  if (said === heading.value || (standing === 'efforts' && heading.value === 'tier-2-watch-list')) {
    return { value: heading.value, confidence: 'high', warnings: [] };
  }
  // "does not fully meet ... and is" may have gone on either way.
  if (!standards.terminated) return { value: heading.value, confidence: 'medium', warnings: [] };
  const message = `The heading says ${tierName(heading.value)}, but the sentence on the minimum standards is that of ${tierName(said)}. The sentence was taken; please check.`;
  return { value: said, confidence: 'low', warnings: [{ code: 'tier-disagreement', message, line: standards.line }] };
}

function notStated(line: number | null): TierChoice {
  const message = 'The text states no tier. If you know it, enter it in the preview.';
  return { value: null, confidence: 'low', warnings: [{ code: 'tier-not-stated', message, line }] };
}
