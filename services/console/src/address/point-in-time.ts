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

export const readPoint = (search: URLSearchParams): PointInTime => {
  const on = search.get('on');
  if (!isDay(on)) return now;
  return { on, known: search.get('known') === 'then' ? 'then' : 'today' };
};

export const writePoint = (search: URLSearchParams, point: PointInTime): URLSearchParams => {
  const written = new URLSearchParams(search);
  written.delete('on');
  written.delete('known');
  if (point.on) written.set('on', point.on);
  if (point.on && point.known === 'then') written.set('known', 'then');
  return written;
};

export const isNow = (point: PointInTime): boolean => point.on === null;

/** The point as every question takes it; undefined is now on both clocks. */
export const atOf = ({ on, known }: PointInTime): { validTime: string; systemTime?: string } | undefined => {
  if (!on) return undefined;
  return known === 'then' ? { validTime: on, systemTime: on } : { validTime: on };
};
