import type { IsoDate, RecordedEvent } from '@demarche/contracts';
import { DAY_MS, type Day, dayOf, releaseDay } from './calendar.ts';
import type { CountryHistory, Request } from './country-history.ts';
import type { CountryProfile } from './country-profile.ts';
import { cycleOfCountry } from './cycle-of-country.ts';
import { fictionalCountries } from './fictional-countries.ts';
import { forumInstruments } from './forum-instruments.ts';
import { type LedgerEntry, ledger } from './ledger.ts';
import { recorder } from './record-entries.ts';
import { references } from './references.ts';
import { scenarioOfficers } from './scenario-officers.ts';
import { seededRandom } from './seeded-random.ts';

export interface ScenarioOptions {
  /** The same seed makes the same history, event for event. */
  readonly seed: number;
  /** How many fictional countries, or which ones. */
  readonly countries: number | readonly CountryProfile[];
  /** The first and the last report year. A report not yet out on `today` is left out. */
  readonly fromYear: number;
  readonly toYear: number;
  /** The day on which the history is looked at. Everything in it was recorded before. */
  readonly today: IsoDate;
  /** When recording began; older reports were brought in then. By default it began with the first report. */
  readonly heldSince?: IsoDate;
  /** How much is recorded, 1 being what an office of this size would. */
  readonly density?: number;
  /** Ends the history after so many events, and records densely enough to reach them. */
  readonly eventsTarget?: number;
}

/** A history of fictional countries in the order in which it was recorded, made while it is read. */
export function* generateScenario(options: ScenarioOptions): Generator<RecordedEvent, void, undefined> {
  const limit = options.eventsTarget ?? Number.POSITIVE_INFINITY;
  const record = recorder(seededRandom(~options.seed));
  for (const entry of ledgerEntries(options)) {
    for (const event of record(entry)) {
      if (event.position > limit) return;
      yield event;
    }
  }
}

/** What is recorded, entry by entry; only what lies between one report and the next is held at once. */
function* ledgerEntries(options: ScenarioOptions): Generator<LedgerEntry, void, undefined> {
  const random = seededRandom(options.seed);
  const lastDay = dayOf(options.today) - 1;
  const newestYear = newestReportYear(options.toYear, lastDay);
  const heldSince = options.heldSince ? dayOf(options.heldSince) : releaseDay(options.fromYear);
  const world = worldOf(options, { random, lastDay, heldSince, years: newestYear - options.fromYear + 1 });
  const asked = new Map<CountryHistory, readonly Request[]>();

  for (let reportYear = options.fromYear; reportYear <= newestYear; reportYear += 1) {
    const year = { reportYear, newestYear, index: reportYear - options.fromYear, heldSince };
    for (const country of world.countries) asked.set(country, cycleOfCountry(country, asked.get(country) ?? [], year));
    forumInstruments(world.forums, reportYear);
    const next = reportYear === newestYear ? lastDay + 1 : releaseDay(reportYear + 1);
    yield* world.ledger.drain(next * DAY_MS);
  }
}

const newestReportYear = (toYear: number, lastDay: Day): number =>
  releaseDay(toYear) + 2 < lastDay ? toYear : newestReportYear(toYear - 1, lastDay);

interface Frame {
  readonly random: ReturnType<typeof seededRandom>;
  readonly lastDay: Day;
  readonly heldSince: Day;
  readonly years: number;
}

const worldOf = (options: ScenarioOptions, { random, lastDay, heldSince, years }: Frame) => {
  const book = ledger(lastDay, heldSince);
  const drawn = references(options.seed);
  const { leads, multilateral } = scenarioOfficers;
  const profiles =
    typeof options.countries === 'number'
      ? fictionalCountries(random.fork(2), options.countries, years)
      : options.countries;
  const density = options.density ?? densityFor(options.eventsTarget, profiles.length * years);
  const countries = profiles.map(
    (profile, index): CountryHistory => ({
      profile,
      random: random.fork(100 + index),
      ledger: book,
      references: drawn,
      leads,
      density,
      today: lastDay + 1,
    }),
  );
  const codes = profiles.map(({ code }) => code);
  const forums = {
    random: random.fork(3),
    ledger: book,
    officer: multilateral,
    countries: codes,
    today: lastDay,
    heldSince,
  };
  return { ledger: book, countries, forums };
};

/**
 * The density at which a country’s year holds so many events, and a few more. Measured; above 4 the caps of single
 * records bend the line.
 */
const densityFor = (target: number | undefined, countryYears: number): number => {
  if (target === undefined) return 1;
  const wished = (target / countryYears) * 1.05;
  return Math.max(0.1, (wished - 12) / 27.7, (wished - 42) / 16.5);
};
