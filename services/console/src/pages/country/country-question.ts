import { timelineFilterIn } from '../../timeline/timeline-filter.ts';
import type { PageQuestion } from '../page-question.ts';
import { CountryDocument } from './country.document.ts';

/** What the page of one country asks at an address. */
export const countryQuestion = (code: string, search: URLSearchParams): PageQuestion => ({
  document: CountryDocument,
  variables: { code, timeline: timelineFilterIn(search), after: search.get('after') },
});
