import { Commitments, CommitmentsById, Instruments, InstrumentsById } from './commitment.ts';
import { CountriesByCode, Portfolio } from './country-progress.ts';
import { Engagements, EngagementsById, FollowUps } from './engagement.ts';
import { ProjectionStatus } from './projection-status.ts';
import {
  Recommendations,
  RecommendationsByReference,
  RecommendationsOfCountries,
  WordingsOfRecommendations,
} from './recommendation.ts';
import { ReportsById, ReportsOfCountries } from './report.ts';
import { SearchEverything } from './search-everything.ts';
import { Timelines } from './timeline.ts';

/** Every question by its name. */
export const queryCatalogue = {
  [Commitments.name]: Commitments,
  [CommitmentsById.name]: CommitmentsById,
  [CountriesByCode.name]: CountriesByCode,
  [Engagements.name]: Engagements,
  [EngagementsById.name]: EngagementsById,
  [FollowUps.name]: FollowUps,
  [Instruments.name]: Instruments,
  [InstrumentsById.name]: InstrumentsById,
  [Portfolio.name]: Portfolio,
  [ProjectionStatus.name]: ProjectionStatus,
  [Recommendations.name]: Recommendations,
  [RecommendationsByReference.name]: RecommendationsByReference,
  [RecommendationsOfCountries.name]: RecommendationsOfCountries,
  [ReportsById.name]: ReportsById,
  [ReportsOfCountries.name]: ReportsOfCountries,
  [SearchEverything.name]: SearchEverything,
  [Timelines.name]: Timelines,
  [WordingsOfRecommendations.name]: WordingsOfRecommendations,
} as const;

export type QueryName = keyof typeof queryCatalogue;
