import type { ViewReader as EngineReader } from '../engine/view-reader.ts';
import type { Kept } from '../facts/kept.ts';
import type { Point } from '../facts/point.ts';

/** A country page, the list behind it and a day or two of the past: more are seldom looked at in turn. */
const POINTS_KEPT = 8;

interface KeptPoint {
  readonly state: string;
  readonly kept: Kept;
}

export interface KeptAnswers {
  /** What may be used again at this point, and added to. */
  at(engine: EngineReader, point: Point): Kept;
}

/** SQLite counts the commits of others in one number, and what this connection itself changed in the other. */
const WRITTEN = 'SELECT (SELECT data_version FROM pragma_data_version) AS others, total_changes() AS own';

/** What was known then is only ever changed by an event that is taken late because it was parked. The order of what a search finds may be kept from before newer texts weighed in. */
const PARKED = `SELECT group_concat(view || ' ' || stream || ' ' || position) AS streams,
  (SELECT count(*) || ' ' || coalesce(sum(position), 0) FROM engine_parked_event) AS events FROM engine_parked_stream`;

const stateOf = (engine: EngineReader, { asKnownNow }: Point): string =>
  JSON.stringify(engine.prepare(asKnownNow ? WRITTEN : PARKED).get());

/**
 * Keeps what was worked out of the views for the points asked for last. Where everything on record counts it holds until
 * anything is written, by whichever way; where what was known then is asked, until something parked was replayed.
 */
export const keptAnswers = (): KeptAnswers => {
  const files = new WeakMap<EngineReader, Map<string, KeptPoint>>();
  return {
    at(engine, point) {
      const points = files.get(engine) ?? new Map<string, KeptPoint>();
      files.set(engine, points);
      const key = `${point.validTime} ${point.asKnownNow ? 'now' : point.systemPosition}`;
      const state = stateOf(engine, point);
      const known = points.get(key);
      const current = known?.state === state ? known : { state, kept: new Map() };
      points.delete(key);
      points.set(key, current);
      const [oldest] = points.keys();
      if (points.size > POINTS_KEPT && oldest !== undefined) points.delete(oldest);
      return current.kept;
    },
  };
};
