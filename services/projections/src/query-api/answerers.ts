import type { ArgumentsOf, QueryName, queryCatalogue, ResultOf } from '@demarche/contracts';
import { countriesByCode } from '../country-progress/country-progress.queries.ts';
import { reportsById, reportsOfCountries } from '../country-reports/country-report.queries.ts';
import { engagements, engagementsById } from '../engagement-log/engagement.queries.ts';
import { followUps } from '../engagement-log/follow-up.queries.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { commitments, commitmentsById } from '../forum-commitments/commitment.queries.ts';
import { instruments, instrumentsById } from '../forum-commitments/instrument.queries.ts';
import { portfolio } from '../portfolio/portfolio.queries.ts';
import {
  recommendations,
  recommendationsByReference,
  recommendationsOfCountries,
} from '../recommendation/recommendation.queries.ts';
import { timelines } from '../recommendation-timeline/timeline.queries.ts';
import { searchEverything } from '../search-everything/search-everything.queries.ts';
import { wordingsOfRecommendations } from '../wordings/lineage.queries.ts';

/** Every question but the one about the projections themselves is answered from the views. */
export type ViewQueryName = Exclude<QueryName, 'projection-status'>;

type DeepReadonly<Value> = Value extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value;

type Answerer<Name extends QueryName> = (
  reader: ViewReader,
  question: ArgumentsOf<(typeof queryCatalogue)[Name]>,
) => DeepReadonly<ResultOf<(typeof queryCatalogue)[Name]>>;

export const answerers: { readonly [Name in ViewQueryName]: Answerer<Name> } = {
  commitments,
  'commitments-by-id': commitmentsById,
  'countries-by-code': countriesByCode,
  engagements,
  'engagements-by-id': engagementsById,
  'follow-ups': followUps,
  instruments,
  'instruments-by-id': instrumentsById,
  portfolio,
  recommendations,
  'recommendations-by-reference': recommendationsByReference,
  'recommendations-of-countries': recommendationsOfCountries,
  'reports-by-id': reportsById,
  'reports-of-countries': reportsOfCountries,
  'search-everything': searchEverything,
  timelines,
  'wordings-of-recommendations': wordingsOfRecommendations,
};
