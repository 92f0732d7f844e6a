import { type CountryCode, PublishCountryReport, type RecommendationReference } from '@demarche/contracts';
import { COMMON_COUNTRY, type Errand, LEAD, type Plan } from './errand.ts';

const asked = [
  'Draft and enact a law that forbids the charging of recruitment fees to workers.',
  'Open shelters for victims in the northern provinces, and fund them.',
  'Train labour inspectors to identify victims, and have them inspect every brick kiln.',
];

const published = (country: CountryCode, reportYear: number): Errand['input'] => ({
  country,
  countryName: `Country ${country}`,
  reportYear,
  publishedOn: `${reportYear}-07-01`,
  tier: { value: 'tier-2' },
  section: 'complete',
  recommendations: asked.map((text) => ({ text: `${text} (${reportYear})`, pillars: ['prevention'] })),
});

/** Every desk brings it in; the first puts it on record, the others change nothing. */
export const publishCommonReport = (): Errand => ({
  definition: PublishCountryReport,
  as: LEAD,
  input: published(COMMON_COUNTRY, 2025),
});

export const publishOwnReport: Plan = ({ memory: { country, references } }) => {
  const reportYear = 2025 - references.length / asked.length;
  if (reportYear < 2005) return undefined;
  return {
    definition: PublishCountryReport,
    as: LEAD,
    input: published(country, reportYear),
    learn: () => {
      for (const place of asked.keys()) {
        references.push(`${country}-${reportYear}-0${place + 1}` as RecommendationReference);
      }
    },
  };
};
