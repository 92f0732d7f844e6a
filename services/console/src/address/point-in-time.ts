/** The two clocks as the address carries them: `?on=2019-01-01&known=then`. */
export interface PointInTime {
  /** The day of the world asked for; null is today. */
  readonly on: string | null;
  /** `then`: only what was on record by that day. `today`: all that is known now about that day. */
  readonly known: 'today' | 'then';
}

export const now: PointInTime = { on: null, known: 'today' };

const isDay = (value: string | null): value is string =>
  value !== null &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** A day that lies ahead is read as today: nothing is known of it yet. */
export const readPoint = (search: URLSearchParams, today = new Date().toISOString().slice(0, 10)): PointInTime => {
  const on = search.get('on');
  if (!isDay(on) || on > today) return now;
  return { on, known: search.get('known') === 'then' ? 'then' : 'today' };
};

/** The day asked for where it lies ahead, for the page to say so. */
export const dayAhead = (search: URLSearchParams, today: string): string | null => {
  const on = search.get('on');
  return isDay(on) && on > today ? on : null;
};

export const writePoint = (search: URLSearchParams, point: PointInTime): URLSearchParams => {
  const written = new URLSearchParams(search);
  written.delete('on');
  written.delete('known');
  if (point.on) written.set('on', point.on);
  if (point.on && point.known === 'then') written.set('known', 'then');
  return written;
};

/** Without a day that is none, and without a clock that has no day. */
export const withoutJunk = (search: URLSearchParams): URLSearchParams =>
  search.has('on') && !isDay(search.get('on')) ? writePoint(search, now) : search;

export const isNow = (point: PointInTime): boolean => point.on === null;

/** The point as every question takes it; undefined is now on both clocks. */
export const atOf = ({ on, known }: PointInTime): { validTime: string; systemTime?: string } | undefined => {
  if (!on) return undefined;
  return known === 'then' ? { validTime: on, systemTime: on } : { validTime: on };
};
