import { ordinalInWords } from './days.ts';

/** What the clock of the law needs to know of a placement. */
export interface PlacedYear {
  readonly reportYear: number;
  readonly value: string | null;
  readonly consecutiveYears: number | null;
  readonly waiver: boolean;
}

const WATCH_LIST = 'tier-2-watch-list';
const SOURCE = '22 U.S.C. 7107(b)(2)(D)';

/** Years in a row on the Watch List up to the newest, as the report counted them, else as the reports on record show. */
const watchListRun = (history: readonly PlacedYear[]): number => {
  let run = 0;
  let expected = history.at(-1)?.reportYear ?? 0;
  for (const placed of history.toReversed()) {
    if (placed.value !== WATCH_LIST || placed.reportYear !== expected) break;
    run += 1;
    expected -= 1;
  }
  return Math.max(run, history.at(-1)?.consecutiveYears ?? 0);
};

/** Whether the list had been used up before: two years or more on it, and Tier 3 the year after (22 U.S.C. 7107(b)(2)(F)). */
const fellBefore = (history: readonly PlacedYear[]): number | null => {
  const fall = history.findLast((placed, index) => {
    const [one, two] = [history[index - 1], history[index - 2]];
    const listed = [one, two].every(
      (earlier, back) => earlier?.value === WATCH_LIST && earlier.reportYear === placed.reportYear - back - 1,
    );
    return placed.value === 'tier-3' && listed;
  });
  return fall?.reportYear ?? null;
};

const listYears = (history: readonly PlacedYear[], run: number): string => {
  const last = history.at(-1);
  const first = (last?.reportYear ?? 0) - run + 1;
  if (run === 1) return `Watch List ${first}, the first year in a row`;
  return `Watch List ${first} to ${last?.reportYear}, the ${ordinalInWords(run)} year in a row${last?.waiver ? ', by waiver' : ''}`;
};

/** From the report of 2019 the waiver lasts one year at most; the memoranda before it said two. */
const afterWaiver = (last: PlacedYear, run: number): string => {
  const next = last.reportYear + 1;
  if (last.reportYear < 2019 && run === 3)
    return `The waiver could then be given for a second year; without one or an upgrade the ${next} ranking is Tier 3 by law`;
  return `No waiver is left: without an upgrade the ${next} ranking is Tier 3 by law`;
};

const ruleFor = (history: readonly PlacedYear[], last: PlacedYear, run: number): string => {
  const next = last.reportYear + 1;
  const fall = fellBefore(history);
  if (fall && run === 1 && last.reportYear >= 2019) {
    return `The list had been used up before the fall to Tier 3 in ${fall}: where it has, one year on it is all the law allows, and the ${next} ranking is Tier 3 without an upgrade (22 U.S.C. 7107(b)(2)(F))`;
  }
  if (run === 1) return `After two years in a row the law requires Tier 3, unless it is waived (${SOURCE})`;
  if (run === 2) return `Without an upgrade or a waiver the ${next} ranking is Tier 3 by law (${SOURCE})`;
  return `${afterWaiver(last, run)} (${SOURCE})`;
};

/** The clock of the Watch List in a sentence, from the placements on record, oldest first; null where none runs. */
export const lawClock = (history: readonly PlacedYear[]): string | null => {
  const last = history.at(-1);
  if (last?.value !== WATCH_LIST) return null;
  const run = watchListRun(history);
  return `${listYears(history, run)}. ${ruleFor(history, last, run)}.`;
};
