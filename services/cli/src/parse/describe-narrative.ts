import { tiers } from '@demarche/contracts';
import type { ParsedNarrative } from '@demarche/report-parser';

/** A parsed narrative as an officer reads it: what it is, its tier, its recommendations, and what is doubtful. */
export const describeNarrative = (narrative: ParsedNarrative): readonly string[] => {
  const { country, reportYear, recommendations, refused, warnings } = narrative;
  const title = `${country ? `${country.name} (${country.iso3})` : 'Country not stated'}, ${reportYear ?? 'year not stated'}`;
  return [
    narrative.file,
    ...(refused ? [] : [`  ${title}`, `  ${tierLine(narrative)}`, `  ${sectionLine(narrative)}`]),
    ...recommendations.map(({ ordinal, text }) => `  ${String(ordinal).padStart(4)}. ${text}`),
    ...warnings.map(({ message, line }) => `  Note${line === null ? '' : `, line ${line}`}: ${message}`),
  ];
};

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
      return `${count}; the file ends inside the list, after number ${cutAfter ?? recommendations.length}`;
    case 'absent':
      return recommendations.length === 0 ? 'No list of recommendations in this file' : count;
  }
};

/** `file:line: code: sentence`, as tools print what they refuse. */
export const describeRefusal = (
  file: string,
  refused: { code: string; message: string; line: number | null },
): string => `${file}${refused.line === null ? '' : `:${refused.line}`}: refused: ${refused.code}: ${refused.message}`;
