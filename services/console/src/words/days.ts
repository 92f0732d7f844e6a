const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_LENGTH = 86_400_000;

/** The day on which the services judge what lies in the future: UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** `2026-09-09` reads `9 Sep 2026`. An instant is read by its day. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

/** The same without the year where it is the year of the reader's day. */
export const shortDay = (day: string, reference: string): string => {
  const words = dayInWords(day);
  return day.slice(0, 4) === reference.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
};

/** `21 Nov 2026, 14:05 UTC`. */
export const momentInWords = (instant: string): string => `${dayInWords(instant)}, ${instant.slice(11, 16)} UTC`;

/** From the first day to the second; negative when the second comes before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_LENGTH);

export const agoInWords = (days: number): string => {
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return `${spanInWords(days)} ago`;
};

/** Days while they can be pictured, then months, then years. */
const spanInWords = (days: number): string => {
  if (days < 365) return counted(days, 'day');
  if (days < 730) return counted(Math.floor(days / 30.44), 'month');
  return counted(Math.floor(days / 365.25), 'year');
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** Said where a record came in much later than the thing happened; null where it came in time. */
export const recordedLater = (occurredOn: string, recordedAt: string): string | null => {
  const days = daysBetween(occurredOn, recordedAt);
  return days > 7 ? `recorded ${spanInWords(days)} later` : null;
};

/** A reporting period runs from 1 April to 31 March. */
export const periodInWords = (period: number): string => `1 Apr ${period} to 31 Mar ${period + 1}`;

export const periodOf = (day: string): number => {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 10) >= '04-01' ? year : year - 1;
};

/** The last day of a period that has come: an assessment's day lies in its period and not in the future. */
export const lastDayWithin = (period: number, reference: string): string => {
  const end = `${period + 1}-03-31`;
  return end < reference ? end : reference;
};

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

export const ordinalInWords = (ordinal: number): string => ORDINALS[ordinal - 1] ?? `${ordinal}th`;

/** `a, b and c`. */
export const listInWords = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
