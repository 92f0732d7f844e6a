import type { z } from 'zod';
import type { CountryCode } from '../values/identifiers.ts';
import type { TierPlacement } from '../values/tier-placement.ts';
import type { IsoDate } from '../values/time.ts';
import type { SectionState } from '../vocabularies/index.ts';
import type { PublishCountryReport } from './publish-country-report.ts';

/** As much of a parsed narrative as a report is made of. */
export interface NarrativeToPublish {
  readonly country: { readonly iso3: string; readonly name: string } | null;
  readonly reportYear: number | null;
  readonly tier: TierPlacement | null;
  readonly section: SectionState;
  readonly recommendations: readonly { readonly text: string }[];
  readonly sourceAddress: string | null;
}

export interface NarrativeFile {
  readonly fileName: string;
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly publishedOn?: IsoDate;
}

export type ReportToPublish = z.input<typeof PublishCountryReport.input>;

/** The command that brings a parsed narrative in, word for word; null where its country or its year is not known. */
export const reportOfNarrative = (narrative: NarrativeToPublish, file: NarrativeFile): ReportToPublish | null => {
  const { country, reportYear, tier, section, recommendations, sourceAddress } = narrative;
  if (country === null || reportYear === null) return null;
  return {
    country: country.iso3 as CountryCode,
    countryName: country.name,
    reportYear,
    ...(file.publishedOn === undefined ? {} : { publishedOn: file.publishedOn }),
    tier,
    section,
    recommendations: recommendations.map(({ text }) => ({ text })),
    source: { address: sourceAddress, fileName: file.fileName, sha256: file.sha256 },
  };
};
