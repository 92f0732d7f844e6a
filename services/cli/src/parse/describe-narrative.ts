import { tiers } from '@demarche/contracts';
import type { ParsedNarrative } from '@demarche/report-parser';

/** A parsed narrative as an officer reads it: what it is, its tier, its recommendations, and what is doubtful. */
export const describeNarrative = (narrative: ParsedNarrative): readonly string[] => {
  const { country, reportYear, recommendations, cutText, refused } = narrative;
  const title = `${country ? `${country.name} (${country.iso3})` : 'Country not stated'}, ${reportYear ?? 'year not stated'}`;
  return [
    narrative.file,
    ...(refused
      ? []
      : [`  ${title}`, `  ${tierLine(narrative)}`, `  ${sectionLine(narrative)}`, `  ${howSure(narrative)}`]),
    ...recommendations.map(({ ordinal, text }) => `  ${String(ordinal).padStart(4)}. ${text}`),
    ...(cutText === null ? [] : [`   cut: ${cutText} … (not saved: the file ends here)`]),
    ...notesOn(narrative),
  ];
};

export const notesOn = ({ warnings }: ParsedNarrative): readonly string[] =>
  warnings.map(({ message, line }) => `  Note${line === null ? '' : `, line ${line}`}: ${message}`);

const FIELDS = { country: 'country', reportYear: 'year', tier: 'tier', recommendations: 'list' } as const;

const howSure = ({ evidence }: ParsedNarrative): string => {
  const fields = Object.entries(FIELDS) as [keyof typeof FIELDS, string][];
  return `How sure: ${fields.map(([field, name]) => `${name} ${placeOf(evidence[field])}`).join(', ')}`;
};

const placeOf = ({ confidence, line }: ParsedNarrative['evidence']['country']): string =>
  line === null ? confidence : `${confidence} (line ${line})`;

const tierLine = ({ tier }: ParsedNarrative): string => {
  if (!tier) return 'Tier not stated';
  const years = tier.consecutiveYears === null ? '' : `, ${tier.consecutiveYears} years in a row`;
  return `${tiers[tier.value]}${tier.movement ? `, ${tier.movement}` : ''}${years}${tier.waiver ? ', by waiver' : ''}`;
};

const sectionLine = ({ section, recommendations, cutAfter }: ParsedNarrative): string => {
  const count = recommendations.length === 1 ? '1 recommendation' : `${recommendations.length} recommendations`;
  switch (section) {
    case 'complete':
      return `${count}, the whole list`;
    case 'cut':
      return `${count}; the file ends inside the list, ${cutAfter ? `after number ${cutAfter}` : 'and not one is whole'}`;
    case 'absent':
      return recommendations.length === 0 ? 'No list of recommendations in this file' : count;
  }
};

/** `file:line: code: sentence`, as tools print what they refuse. */
export const describeRefusal = (
  file: string,
  refused: { code: string; message: string; line: number | null },
): string => `${file}${refused.line === null ? '' : `:${refused.line}`}: refused: ${refused.code}: ${refused.message}`;
