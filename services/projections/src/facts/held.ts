import type { Point } from './point.ts';

/** The condition under which a row counts, for a table alias. */
export type Held = (alias: string) => string;

/**
 * A fact is a row with `occurred_on` (when it began to hold in the world), `from_position` (when it was recorded) and
 * `to_position` (when a correction or withdrawal took it back; null while it stands). Rows are never changed otherwise.
 */
const atPoint: Held = (alias) =>
  `${alias}.occurred_on <= :validTime AND ${alias}.from_position <= :systemPosition` +
  ` AND (${alias}.to_position IS NULL OR ${alias}.to_position > :systemPosition)`;

/** Everything that stands, whatever its day: equal to any point at which nothing lies beyond either clock. */
export const standing: Held = (alias) => `${alias}.to_position IS NULL`;

export const heldAt = (point: Point): Held => (point.newest ? standing : atPoint);

/** For rows that hold over a span of days: `until_on` is the first day on which they no longer do. */
export const spanOf =
  (held: Held): Held =>
  (alias) =>
    held === standing
      ? `${alias}.to_position IS NULL AND ${alias}.until_on IS NULL`
      : `${held(alias)} AND (${alias}.until_on IS NULL OR ${alias}.until_on > :validTime)`;

/** The newest fact first, on both clocks. */
export const newestFirst = (alias: string): string => `${alias}.occurred_on DESC, ${alias}.from_position DESC`;
