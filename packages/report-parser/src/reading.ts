import type { CountryDecision } from './country/decide-country.ts';
import type { HeadingMark, Opening } from './landmarks.ts';
import type { Notice } from './parsed-narrative.ts';
import type { ClosedSection } from './recommendations/close-section.ts';
import type { FoundSection } from './recommendations/find-section.ts';
import type { Refusal } from './refusals/refusal.ts';
import type { Block } from './source/join-blocks.ts';
import type { SourceText } from './source/source-line.ts';
import type { TierDecision } from './tier/decide-tier.ts';
import type { YearDecision } from './year/decide-year.ts';

/** Everything that was found in a file, from which both its data and the account of its lines are made. */
export type Reading = {
  source: SourceText | null;
  blocks: readonly Block[];
  heading: HeadingMark | null;
  opening: Opening | null;
  section: FoundSection | null;
  closed: ClosedSection | null;
  country: CountryDecision | null;
  year: YearDecision | null;
  tier: TierDecision | null;
  sourceAddress: string | null;
  warnings: Notice[];
  refused: Refusal | null;
};

export function nothingRead(refused: Refusal, sourceAddress: string | null): Reading {
  return {
    source: null,
    blocks: [],
    heading: null,
    opening: null,
    section: null,
    closed: null,
    country: null,
    year: null,
    tier: null,
    sourceAddress,
    warnings: [],
    refused,
  };
}
