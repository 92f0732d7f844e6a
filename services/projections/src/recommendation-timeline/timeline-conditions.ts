import type { ArgumentsOf, Timelines } from '@demarche/contracts';
import { filterOf } from '../facts/filter.ts';
import { inList, listValue } from '../facts/list-value.ts';
import type { Values, ViewReader } from '../facts/view-reader.ts';
import { ofReports } from '../recommendation/of-reports.ts';
import { stateAt } from '../recommendation/recommendation-state.ts';

type Filter = ArgumentsOf<typeof Timelines>['filter'];

export interface TimelineConditions {
  /** Names the filter. */
  readonly key: string;
  /** About a row `e` of `timeline_entry`. */
  readonly where: string;
  /** The same without regard to its kind. */
  readonly whereOfAnyKind: string;
  readonly values: Values;
  /** Whether promises that went overdue are asked for. */
  readonly overdue: boolean;
}

const ENTRIES_OF = (reader: ViewReader, list: string): string =>
  `SELECT x.entry FROM timeline_entry x WHERE x.subject ${inList(list)} AND ${reader.held('x')}`;

const OWN_PILLARS = (reader: ViewReader): string => `e.entry IN (
  SELECT c.engagement_id FROM engagement_country c JOIN engagement g ON g.engagement_id = c.engagement_id
  JOIN json_each(g.content, '$.pillars') p
  WHERE c.country ${inList('countries')} AND ${reader.held('c')} AND ${reader.held('g')} AND p.value ${inList('pillars')})`;

const referencesUnder = (
  reader: ViewReader,
  countries: readonly string[],
  pillars: readonly string[],
): readonly string[] =>
  reader
    .all<{ reference: string }>(
      `WITH ${stateAt(reader, ofReports(reader, 'countries'))}
       SELECT reference FROM state WHERE EXISTS (SELECT 1 FROM json_each(state.pillars) p WHERE p.value ${inList('pillars')})`,
      { countries: listValue(countries), pillars: listValue(pillars) },
    )
    .map(({ reference }) => reference);

/** What the filter asks, for the timelines of the subjects named. An entry falls under the pillars of its recommendations, and an engagement under its own too. */
export const timelineConditions = (
  reader: ViewReader,
  subjects: readonly string[],
  filter: Filter,
): TimelineConditions => {
  const { kinds, pillars, recommendations } = filter;
  const countries = [...new Set(subjects.map((subject) => subject.slice(0, 3)))];
  const under = pillars && referencesUnder(reader, countries, pillars);
  const { where: whereOfAnyKind, values } = filterOf([
    [`e.entry IN (${ENTRIES_OF(reader, 'recommendations')})`, 'recommendations', recommendations],
    [`(e.entry IN (${ENTRIES_OF(reader, 'under')}) OR ${OWN_PILLARS(reader)})`, 'under', under],
  ]);
  return {
    key: JSON.stringify([kinds, pillars, recommendations]),
    where: kinds ? `e.kind ${inList('kinds')} AND ${whereOfAnyKind}` : whereOfAnyKind,
    whereOfAnyKind,
    values: {
      ...values,
      kinds: listValue(kinds ?? []),
      countries: listValue(countries),
      pillars: listValue(pillars ?? []),
    },
    overdue: kinds === undefined || kinds.includes('promise-overdue'),
  };
};
