import { z } from 'zod';

/** A day in the world, `YYYY-MM-DD`. Valid time is counted in days. */
export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

/** A moment of record, ISO 8601 in UTC with milliseconds. System time is counted in these. */
export const IsoInstant = z.iso.datetime({ precision: 3 });
export type IsoInstant = z.infer<typeof IsoInstant>;

/** Where an event stands in the order of the whole store. Comparable, starts at 1, rises with every event, may have gaps in some stores; 0 is before all. */
export const Position = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
export type Position = z.infer<typeof Position>;

/**
 * The point at which a question is asked, on two clocks. `validTime`: what had happened by that day (default today).
 * `systemTime`: what was on record by that moment, that day's end, or that position (default now).
 */
export const At = z.strictObject({
  validTime: IsoDate.optional(),
  systemTime: z.union([IsoInstant, IsoDate, Position]).optional(),
});
export type At = z.infer<typeof At>;

/**
 * The year in which a reporting period begins: 2025 stands for 1 April 2025 to 31 March 2026, the period that the
 * report of 2026 judges. Source: 22 U.S.C. 7107(b)(1) and the reports' own statement of their period.
 */
export const ReportingPeriod = z.number().int().min(2000).max(2100);
export type ReportingPeriod = z.infer<typeof ReportingPeriod>;
