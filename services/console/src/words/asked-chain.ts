import type { Wording } from '../graphql/answers.ts';

/** The wordings that led to a recommendation, oldest first, itself at the end: back to where it was asked for the first time. */
export const chainTo = <W extends { readonly reference: string; readonly relation: Wording['relation'] }>(
  wordings: readonly W[],
  reference: string,
): readonly W[] => {
  const own = wordings.findIndex((wording) => wording.reference === reference);
  const first = wordings.findLastIndex(({ relation }, index) => index <= own && relation === 'new');
  return wordings.slice(Math.max(first, 0), own + 1);
};

/** How often it was asked, by the years of the reports on record. Years run only where no report is missing between them. */
export const askedInWords = (years: readonly number[]): string => {
  const [first = 0] = years;
  if (years.length < 2) return 'asked for the first time';
  const running = (years.at(-1) ?? first) - first === years.length - 1;
  return running ? `asked ${years.length} years running` : `asked in ${years.length} reports since ${first}`;
};
