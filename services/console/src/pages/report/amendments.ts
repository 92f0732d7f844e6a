import { tiers } from '@demarche/contracts/vocabularies';
import type { CountryReport } from '../../graphql/answers.ts';

type Amendment = CountryReport['amendments'][number];

const NAMES: Readonly<Record<string, string>> = {
  country: 'Country code',
  countryName: 'Country',
  reportYear: 'Report year',
  publishedOn: 'Release date',
  tier: 'Tier',
  'tier.movement': 'Movement',
  'tier.consecutiveYears': 'Years in a row',
  'tier.waiver': 'Waiver',
  section: 'List',
};

const nameOf = (field: string): string => {
  const item = /^recommendations\.(\d+)$/.exec(field)?.[1];
  return item === undefined ? (NAMES[field] ?? field) : `Recommendation ${Number(item) + 1}`;
};

const quoted = (value: string): string => {
  if (value === '') return 'nothing';
  return `“${value in tiers ? tiers[value as keyof typeof tiers] : value}”`;
};

/** What a person put right of the parser's reading, or answered for, as a sentence. */
export const amendmentInWords = ({ field, read, saved }: Amendment): string => {
  if (field !== 'confirmed') return `${nameOf(field)}: read as ${quoted(read)}, saved as ${quoted(saved)}`;
  return saved === 'checked'
    ? `The items were checked by the person who saved them: ${read}`
    : `Accepted as read, without a look at the items: ${read}`;
};
