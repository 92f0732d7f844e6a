import type { Confidence, TierStatement, TierValue } from '../parsed-narrative.ts';
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
};

export type TierDecision = {
  tier: TierStatement | null;
  confidence: Confidence;
  line: number | null;
  words: string | null;
  warning: { code: string; message: string; line: number | null } | null;
};

type Choice = Pick<TierDecision, 'confidence' | 'warning'> & { value: TierValue | null };

const BY_STANDING: Record<Standing, TierValue> = { meets: 'tier-1', efforts: 'tier-2', 'no-efforts': 'tier-3' };

/** Heading and sentence are kept apart; the sentence is preferred, since headings are what copies get wrong. */
export function decideTier(readings: TierReadings): TierDecision {
  const { heading, standards, outcome } = readings;
  const choice = chooseValue(readings);
  const line = outcome?.line ?? standards?.line ?? heading?.line ?? null;
  const words = outcome?.sentence ?? standards?.sentence ?? heading?.heading ?? null;
  if (choice.value === null) return { ...choice, tier: null, line, words };
  const tier: TierStatement = {
    value: choice.value,
    heading: heading?.heading ?? null,
    sentence: outcome?.sentence ?? standards?.sentence ?? null,
    movement: outcome?.movement ?? null,
    consecutiveYears: outcome?.consecutiveYears ?? null,
    waiver: readings.waiver && choice.value === 'tier-2-watch-list',
  };
  return { ...choice, tier, line, words };
}

function chooseValue(readings: TierReadings): Choice {
  const { outcome, heading } = readings;
  if (outcome === null) return fromStanding(readings);
  if (outcome.open) return fromOpenSentence(outcome, heading);
  if (heading === null || heading.value === outcome.value) return certain(outcome.value, 'high');
  return {
    value: outcome.value,
    confidence: 'medium',
    warning: {
      code: 'tier-disagreement',
      message: `The heading says ${tierName(heading.value)}, the sentence says ${tierName(outcome.value)}. The sentence was taken; please check.`,
      line: heading === null ? outcome.line : heading.line,
    },
  };
}

function fromOpenSentence(outcome: Outcome & { line: number }, heading: TierHeading | null): Choice {
  const fits = heading?.value === 'tier-2' || heading?.value === 'tier-2-watch-list';
  return {
    value: fits ? heading.value : null,
    confidence: fits ? 'medium' : 'low',
    warning: {
      code: 'tier-sentence-cut',
      message: fits
        ? `The text ends inside the sentence on the tier; the tier was taken from the heading.`
        : `The text ends inside the sentence on the tier, which may say Tier 2 or Tier 2 Watch List. Please save the page again, or enter the tier.`,
      line: outcome.line,
    },
  };
}

function fromStanding({ heading, standards, paragraphClosed }: TierReadings): Choice {
  if (standards === null) return heading === null ? notStated(null) : certain(heading.value, 'medium');
  const standing = standingOf(standards.sentence);
  if (heading !== null) return headingWith(heading, standing, standards.line, standards.terminated);
  if (standing !== 'efforts') return certain(BY_STANDING[standing], 'medium');
  // Without a placement and without a heading the old wording means Tier 2: the watch list was always named.
  if (!isOldWording(standards.sentence) || !paragraphClosed) return notStated(standards.line);
  return {
    value: 'tier-2',
    confidence: 'low',
    warning: {
      code: 'tier-inferred',
      message: 'No tier is named; “does not fully comply … significant efforts” was taken as Tier 2. Please check.',
      line: standards.line,
    },
  };
}

function headingWith(heading: TierHeading, standing: Standing, line: number, terminated: boolean): Choice {
  const said = BY_STANDING[standing];
  const fits = said === heading.value || (standing === 'efforts' && heading.value === 'tier-2-watch-list');
  if (fits) return certain(heading.value, 'high');
  if (!terminated && standing === 'efforts') return certain(heading.value, 'medium');
  return {
    value: said,
    confidence: 'low',
    warning: {
      code: 'tier-disagreement',
      message: `The heading says ${tierName(heading.value)}, but the sentence on the minimum standards is that of ${tierName(said)}. The sentence was taken; please check.`,
      line,
    },
  };
}

function certain(value: TierValue, confidence: Confidence): Choice {
  return { value, confidence, warning: null };
}

function notStated(line: number | null): Choice {
  return {
    value: null,
    confidence: 'low',
    warning: {
      code: 'tier-not-stated',
      message: 'The text states no tier. If you know it, enter it in the preview.',
      line,
    },
  };
}
