import { z } from 'zod';
import { IsoInstant } from '../values/time.ts';

/** What a running Demarche knows of itself and of the machine it runs on: what `demarche doctor` looks through. */
export const DoctorFacts = z.object({
  /** What its clock says. */
  now: IsoInstant,
  /** The version of Node.js, without a leading "v". */
  node: z.string(),
  dataFolder: z.string(),
  /** What may still be written to the disk that holds the data folder. */
  freeBytes: z.number(),
  /** When the newest event was recorded that the views hold; null while they hold none, or cannot be asked. */
  newestRecordedAt: IsoInstant.nullable(),
  /** What readiness says of each part, the settings in effect included. */
  checks: z.record(z.string(), z.record(z.string(), z.unknown())),
});
export type DoctorFacts = z.infer<typeof DoctorFacts>;
