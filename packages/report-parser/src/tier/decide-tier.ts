import type { FieldEvidence, TierStatement } from '../parsed-narrative.ts';
import { chooseTier, type TierChoice, type TierReadings } from './choose-tier.ts';

export type TierDecision = Pick<TierChoice, 'warnings'> & FieldEvidence & { tier: TierStatement | null };

/** The tier with heading and sentence kept apart, and where it was read. */
export function decideTier(readings: TierReadings): TierDecision {
  const choice = chooseTier(readings);
  const { confidence, warnings } = choice;
  return { tier: statement(readings, choice), confidence, warnings, ...place(readings) };
}

function statement({ heading, standards, outcome, waiver }: TierReadings, { value }: TierChoice): TierStatement | null {
  if (value === null) return null;
  const placed = outcome ?? { sentence: standards?.sentence ?? null, movement: null, consecutiveYears: null };
  return {
    value,
    heading: heading?.heading ?? null,
    sentence: placed.sentence,
    movement: placed.movement,
    consecutiveYears: placed.consecutiveYears,
    waiver: waiver && value === 'tier-2-watch-list',
  };
}

function place({ heading, standards, outcome }: TierReadings): { line: number | null; words: string | null } {
  const sentence = outcome ?? standards;
  if (sentence !== null) return { line: sentence.line, words: sentence.sentence };
  return { line: heading?.line ?? null, words: heading?.heading ?? null };
}
