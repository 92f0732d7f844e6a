import { z } from 'zod';
import { ReportId } from '../values/identifiers.ts';
import { Line, WebAddress } from '../values/text.ts';
import { TierPlacement } from '../values/tier-placement.ts';
import { IsoDate } from '../values/time.ts';
import { vocabulary } from '../values/vocabulary.ts';
import { sectionStates } from '../vocabularies/index.ts';
import { PublishCountryReport, ReportYear } from './publish-country-report.ts';

/** What the person who brings files knows of them; fills in what a file does not say. */
export const ImportHints = z.strictObject({
  /** ISO 3166-1 alpha-3, or a name. */
  country: Line.optional(),
  /** The name that belongs to the code in `country`, for a country that no register holds. */
  countryName: Line.optional(),
  reportYear: ReportYear.optional(),
  sourceAddress: WebAddress.optional(),
  publishedOn: IsoDate.optional(),
});
export type ImportHints = z.infer<typeof ImportHints>;

/** `POST /import/preview`: what would bringing these files in do? Nothing is recorded. */
export const ImportPreviewRequest = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: Line,
        contentBase64: z.base64(),
        /** Read each narrative of a file that holds several as a file of its own, `name#1`, `name#2` and so on. */
        split: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(50),
  hints: ImportHints.prefault({}),
  /** Take readings that are unsure as if a person had confirmed them; the report then says so. */
  acceptUnsure: z.boolean().default(false),
});
export type ImportPreviewRequest = z.infer<typeof ImportPreviewRequest>;

const Notice = z.object({ code: z.string(), message: z.string(), line: z.number().int().nullable() });

/**
 * What bringing a file in does: a first report, nothing, a text kept for review beside the
 * published one, nothing before a person has looked at unsure readings, or nothing because it cannot be read.
 */
export const importOutcomes = {
  new: 'New',
  unchanged: 'Unchanged',
  reworded: 'Reworded, kept for review',
  unsure: 'Unsure, to be checked first',
  refused: 'Refused',
} as const;
export type ImportOutcome = keyof typeof importOutcomes;

export const ImportPreviewRow = z.object({
  file: z.string(),
  outcome: vocabulary(importOutcomes),
  refused: Notice.nullable(),
  warnings: z.array(Notice),
  /** The warnings among them after which the items themselves may be wrong. */
  toConfirm: z.array(Notice),
  /** The input of `publish-country-report` that would bring it in; null when refused. */
  report: PublishCountryReport.input.nullable(),
  reportId: ReportId.nullable(),
  /** Where each field was read: its line, the words, and how sure the reading is. */
  evidence: z.record(
    z.string(),
    z.object({
      confidence: z.enum(['high', 'medium', 'low']),
      line: z.number().int().nullable(),
      words: z.string().nullable(),
    }),
  ),
  /** When the file ends inside its list: after which item, and the words of the unfinished one, which is not brought in. */
  cut: z.object({ after: z.number().int(), text: z.string().nullable() }).nullable(),
  /** When refused for holding several narratives that headings part: which, and where each begins. */
  parts: z.array(z.object({ name: z.string(), firstLine: z.number().int() })).nullable(),
  /** When reworded: what differs, and what the published report says there. */
  difference: z
    .object({
      tierDiffers: z.boolean(),
      ordinals: z.array(z.number().int()),
      published: z.object({
        tier: TierPlacement.nullable(),
        section: vocabulary(sectionStates),
        recommendations: z.array(z.object({ ordinal: z.number().int(), text: z.string() })),
      }),
    })
    .nullable(),
});
export type ImportPreviewRow = z.infer<typeof ImportPreviewRow>;

export const ImportPreview = z.object({ files: z.array(ImportPreviewRow) });
export type ImportPreview = z.infer<typeof ImportPreview>;
