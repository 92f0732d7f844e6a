import { z } from 'zod';
import { IsoInstant, Position } from '../values/time.ts';
import { defineQuery } from './define-query.ts';

export const ParkedStream = z.object({
  stream: z.string(),
  view: z.string(),
  since: IsoInstant,
  /** The event that could not be taken. */
  position: Position,
  eventType: z.string(),
  reason: z.string(),
  /** Events held back behind it. */
  waiting: z.number().int(),
});
export type ParkedStream = z.infer<typeof ParkedStream>;

export const CentreHeard = z.object({
  /** Null where it was not heard since the bus here was started. */
  heardAt: IsoInstant.nullable(),
  /** For longer than a line is silent that works: whatever is answered may be out of date. */
  silent: z.boolean(),
  /** Messages that were known to be missing here when it was heard. */
  missing: z.number().int(),
});
export type CentreHeard = z.infer<typeof CentreHeard>;

export const ProjectionStatus = defineQuery({
  name: 'projection-status',
  doc: 'How far the views have come, and what they could not take.',
  arguments: z.strictObject({}),
  result: z.object({
    position: Position,
    /** Events in the store that the views have not taken yet; null when the store cannot be asked, or they are not of it. */
    lag: z.number().int().nullable(),
    /**
     * They hold what is not on record, as an older backup of it was restored: they have to be built anew. Null where the
     * record does not tell.
     */
    beyondRecord: z.boolean().nullable(),
    /** When the centre was heard last, where the views follow a copy of its bus at a far site. */
    centre: CentreHeard.nullable(),
    recordedAt: IsoInstant.nullable(),
    /** When Demarche recorded its first event. */
    heldSince: IsoInstant.nullable(),
    events: z.number().int(),
    parked: z.array(ParkedStream),
    rebuilding: z.array(z.object({ view: z.string(), done: Position, target: Position })),
  }),
});
