import { z } from 'zod';
import { CommandId } from '../values/identifiers.ts';
import { IsoInstant } from '../values/time.ts';

/** Travels with every event. A flat map of strings, so that every store can carry it. */
export const EventMetadata = z.object({
  commandId: CommandId,
  /** SHA-256 of the command's name and input: tells a repeated command from a key used twice. */
  commandFingerprint: z.string(),
  correlationId: z.string(),
  causationId: z.string(),
  actor: z.string(),
  actorName: z.string(),
  role: z.string(),
  post: z.string(),
  marking: z.string(),
  recordedAt: IsoInstant,
  schemaVersion: z.string().regex(/^[1-9]\d*$/),
  /**
   * The W3C trace context of the append, where there was a collector to send it to: what becomes of the event goes on in
   * that trace. Any text will do, for whoever cannot read it only begins a trace of its own.
   */
  traceparent: z.string().exactOptional(),
});
export type EventMetadata = z.infer<typeof EventMetadata>;
