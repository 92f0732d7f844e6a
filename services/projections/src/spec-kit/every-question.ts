import { type Question, queryCatalogue, type RecordedEvent } from '@demarche/contracts';
import type { ViewQueryName } from '../query-api/answerers.ts';

export interface AskedQuestion {
  readonly query: ViewQueryName;
  readonly question: unknown;
}

const idsIn = (events: readonly RecordedEvent[], pattern: RegExp): string[] => [
  ...new Set(events.flatMap(({ data }) => JSON.stringify(data).match(pattern) ?? [])),
];

/** Every query, put so that it covers all that a history holds. */
export const everyQuestion = (events: readonly RecordedEvent[]): readonly AskedQuestion[] => {
  const references = idsIn(events, /\b[A-Z]{3}-\d{4}-\d{2}\b/g);
  const countries = [...new Set(references.map((reference) => reference.slice(0, 3)))];
  const asked = (query: ViewQueryName, question: object): AskedQuestion => ({
    query,
    question: queryCatalogue[query].arguments.parse(question) as Question['arguments'],
  });
  const subjects = [
    ...countries.map((country) => ({ kind: 'country', country })),
    ...references.map((reference) => ({ kind: 'recommendation', reference })),
  ];
  return [
    asked('countries-by-code', { codes: countries }),
    asked('portfolio', { sort: 'open', descending: true }),
    asked('portfolio', { filter: { needs: 'attention' }, sort: 'next-due' }),
    asked('recommendations-by-reference', { references }),
    asked('recommendations', { sort: 'status', first: 200 }),
    asked('recommendations', {
      filter: { current: true, statuses: ['initial_steps', 'not_assessed'], pillars: ['prosecution'] },
    }),
    asked('recommendations', {
      filter: { recordStates: ['withdrawn', 'closed', 'carried_forward'], text: 'prosec' },
      sort: 'newest',
    }),
    asked('recommendations', { filter: { countries, reportYears: [2025, 2026] }, sort: 'newest' }),
    asked('recommendations-of-countries', { countries }),
    asked('recommendations-of-countries', { countries, reportYear: 2025 }),
    asked('wordings-of-recommendations', { references }),
    asked('timelines', { subjects, first: 200 }),
    asked('timelines', { subjects, first: 200, filter: { pillars: ['prosecution', 'protection'] } }),
    asked('engagements', { filter: { countries }, first: 200 }),
    asked('engagements-by-id', { ids: idsIn(events, /\bENG-\w{4}-\w{4}\b/g) }),
    asked('follow-ups', { filter: { state: 'any' }, first: 200 }),
    asked('follow-ups', { filter: { state: 'overdue', countries }, first: 200 }),
    asked('commitments', { filter: { states: ['open', 'lapsed'] }, first: 200 }),
    asked('commitments', { filter: { overdue: false, countries }, first: 200 }),
    asked('commitments', { filter: { overdue: true }, first: 200 }),
    asked('commitments', { filter: { states: ['open'], dueWithinDays: 400 }, first: 200 }),
    asked('follow-ups', { filter: { state: 'done' }, first: 200 }),
    asked('instruments', { first: 200 }),
    asked('reports-of-countries', { countries }),
    asked('search-everything', { text: 'prosecute', first: 200 }),
    asked('search-everything', { text: 'plan', kinds: ['forum_commitment'], first: 200 }),
  ];
};
