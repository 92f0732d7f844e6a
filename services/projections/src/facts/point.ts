import type { IsoDate, Position } from '@demarche/contracts';

/** A point on two clocks, both made exact. */
export interface Point {
  /** What had happened by the end of this day. */
  readonly validTime: IsoDate;
  /** What was on record once this position was taken. */
  readonly systemPosition: Position;
  /** True where nothing that is held lies beyond the point on either clock: the plain columns then hold the answer. */
  readonly newest: boolean;
  /** True where everything on record counts, and only days are asked for. */
  readonly asKnownNow: boolean;
}
