import {
  type CountryCode,
  countryOfRecommendation,
  type IsoDate,
  type RecommendationReference,
} from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';

/** What an action's command says, with which of the recommendations it names are on record. */
export interface LinkedRecommendations {
  readonly occurredOn: IsoDate;
  readonly today: IsoDate;
  readonly recommendations: readonly RecommendationReference[];
  readonly known: ReadonlySet<RecommendationReference>;
}

type Code = 'recommendation-unknown' | 'several-countries' | 'occurred-in-the-future';

/** An action happened, in one country, against recommendations that are on record. */
export const refuseLinks = (command: LinkedRecommendations): Rejected<Code> | undefined => {
  if (command.occurredOn > command.today) {
    return reject(
      'occurred-in-the-future',
      `${command.occurredOn} lies in the future. What is announced is a promise; record the action once it has happened.`,
    );
  }
  const unknown = command.recommendations.find((reference) => !command.known.has(reference));
  if (unknown)
    return reject(
      'recommendation-unknown',
      `${unknown} is not on record. Check the country, the report year and the number.`,
    );
  const countries = new Set(command.recommendations.map(countryOfRecommendation));
  return countries.size > 1
    ? reject(
        'several-countries',
        `An action belongs to one country; those named belong to ${[...countries].join(' and ')}. Record one action for each.`,
      )
    : undefined;
};

/** The country of an action whose links were not refused. */
export const countryOfLinks = ({ recommendations }: LinkedRecommendations): CountryCode =>
  countryOfRecommendation(recommendations[0] as RecommendationReference);
