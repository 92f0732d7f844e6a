import { z } from 'zod';

const COUNTRY = '[A-Z]{3}';
const YEAR = '\\d{4}';
const LETTERS = '[0-9A-HJKMNP-TV-Z]';
const DERIVED = `${LETTERS}{4}-${LETTERS}{4}`;
const ENGAGEMENT = `ENG-${DERIVED}`;
const INSTRUMENT = '[A-Z]{2,6}-[A-Z0-9]+(?:-[A-Z0-9]+)*';

const identifier = (pattern: string, example: string) =>
  z
    .string()
    .max(80)
    .regex(new RegExp(`^${pattern}$`), `must look like ${example}`);

/** ISO 3166-1 alpha-3, user-assigned codes (XAA to XZZ) included. */
export const CountryCode = identifier(COUNTRY, 'KEN').brand<'CountryCode'>();
export type CountryCode = z.infer<typeof CountryCode>;

/** One country's report of one year: `KEN-2024`. */
export const ReportId = identifier(`${COUNTRY}-${YEAR}`, 'KEN-2024').brand<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;

/** Country, report year, place in the report's order: `KEN-2024-03`. */
export const RecommendationReference = identifier(
  `${COUNTRY}-${YEAR}-\\d{2}`,
  'KEN-2024-03',
).brand<'RecommendationReference'>();
export type RecommendationReference = z.infer<typeof RecommendationReference>;

/** An entry on a recommendation's record, numbered by kind: responses `-R1`, assessments `-A1`, closures `-C1`. */
export const EntryId = identifier(`${COUNTRY}-${YEAR}-\\d{2}-[RAC]\\d{1,4}`, 'KEN-2024-03-A1').brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

/** A differing text received for a published report: `KEN-2024-W1`. */
export const RewordingId = identifier(`${COUNTRY}-${YEAR}-W\\d{1,3}`, 'KEN-2024-W1').brand<'RewordingId'>();
export type RewordingId = z.infer<typeof RewordingId>;

/** A concrete action, by a reference derived from the command that recorded it. */
export const ActionId = identifier(`ACT-${DERIVED}`, 'ACT-7F3K-2Q9X').brand<'ActionId'>();
export type ActionId = z.infer<typeof ActionId>;

/** An engagement, by a reference derived from the command that logged it. */
export const EngagementId = identifier(ENGAGEMENT, 'ENG-7F3K-2Q9X').brand<'EngagementId'>();
export type EngagementId = z.infer<typeof EngagementId>;

/** A follow-up, numbered within its engagement. */
export const FollowUpId = identifier(`${ENGAGEMENT}-F\\d{1,3}`, 'ENG-7F3K-2Q9X-F1').brand<'FollowUpId'>();
export type FollowUpId = z.infer<typeof FollowUpId>;

/** A forum's text, by forum and document symbol: `UNGA-A-RES-72-1`. */
export const InstrumentId = identifier(INSTRUMENT, 'UNGA-A-RES-72-1').brand<'InstrumentId'>();
export type InstrumentId = z.infer<typeof InstrumentId>;

/** What somebody committed to: a promise, numbered within its engagement (`…-P1`), or a commitment, numbered within its instrument (`…-C01`). */
export const CommitmentId = z
  .union([
    identifier(`${ENGAGEMENT}-P\\d{1,3}`, 'ENG-7F3K-2Q9X-P1'),
    identifier(`${INSTRUMENT}-C\\d{2,3}`, 'UNGA-A-RES-72-1-C04'),
  ])
  .brand<'CommitmentId'>();
export type CommitmentId = z.infer<typeof CommitmentId>;

/** The idempotency key of a command, chosen by whoever sends it. */
export const CommandId = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;
