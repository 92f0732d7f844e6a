import { z } from 'zod';
import { tierMovements, tiers } from '../vocabularies/index.ts';
import { Line, Paragraph } from './text.ts';
import { vocabulary } from './vocabulary.ts';

/** A tier as a report placed it, with the words it was read from. */
export const TierPlacement = z.object({
  value: vocabulary(tiers),
  movement: vocabulary(tierMovements).nullable().default(null),
  /** Years in a row on this placement, counted by the report itself. */
  consecutiveYears: z.number().int().min(1).max(99).nullable().default(null),
  /** A waiver from an otherwise required downgrade, 22 U.S.C. 7107(b)(2)(D). */
  waiver: z.boolean().default(false),
  heading: Line.nullable().default(null),
  sentence: Paragraph.nullable().default(null),
});
export type TierPlacement = z.infer<typeof TierPlacement>;
