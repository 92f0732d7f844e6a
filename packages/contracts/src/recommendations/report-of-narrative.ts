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

/** What a parser says of a reading, with the line it speaks of. */
interface ReadingNotice {
  readonly code: string;
  readonly message: string;
  readonly line: number | null;
}

/** Warnings after which the items themselves may be wrong: nothing is brought in before a person has looked at them. */
const UNSURE = new Set(['words-out-of-order', 'separator-unsure']);

/** The warnings that a person must answer for before the narrative may be brought in. */
export const warningsToConfirm = <N extends ReadingNotice>(warnings: readonly N[]): readonly N[] =>
  warnings.filter(({ code }) => UNSURE.has(code));

/** `checked`: a person looked at the items. `accepted`: whoever brought the file in took them as they were read. */
export type Confirmation = 'checked' | 'accepted';

/** The amendments that keep, with the report, that its unsure readings were answered for. */
export const confirmationsOf = (
  warnings: readonly ReadingNotice[],
  saved: Confirmation,
): { field: 'confirmed'; read: string; saved: Confirmation }[] =>
  warningsToConfirm(warnings).map(({ message }) => ({ field: 'confirmed', read: message, saved }));

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
