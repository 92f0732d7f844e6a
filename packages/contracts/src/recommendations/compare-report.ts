import type { TierPlacement } from '../values/tier-placement.ts';
import type { SectionState } from '../vocabularies/index.ts';

/** As much of a report as its texts say. */
export interface ReportText {
  readonly tier: TierPlacement | null;
  readonly section: SectionState;
  readonly recommendations: readonly { readonly text: string }[];
}

export interface ReportDifference {
  readonly tierDiffers: boolean;
  /** Places in the order, from 1, at which the two lists do not hold the same words. */
  readonly ordinals: readonly number[];
}

/**
 * What a received text says otherwise than the published one; null where it says nothing otherwise. A source that states
 * no tier, holds no list, or breaks off inside the list, contradicts nothing by its silence.
 */
export const compareReport = (published: ReportText, received: ReportText): ReportDifference | null => {
  const tierDiffers = received.tier !== null && received.tier.value !== published.tier?.value;
  const ordinals = differingOrdinals(published, received);
  return tierDiffers || ordinals.length > 0 ? { tierDiffers, ordinals } : null;
};

const differingOrdinals = (published: ReportText, received: ReportText): number[] => {
  if (received.section === 'absent' && received.recommendations.length === 0) return [];
  const told = received.recommendations.length;
  const length = received.section === 'complete' ? Math.max(told, published.recommendations.length) : told;
  return Array.from({ length }, (_, index) => index + 1).filter(
    (ordinal) =>
      folded(published.recommendations[ordinal - 1]?.text) !== folded(received.recommendations[ordinal - 1]?.text),
  );
};

/** White space never makes a difference; every other character does. */
const folded = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();
