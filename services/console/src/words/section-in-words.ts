import type { CountryReport } from '../graphql/answers.ts';
import { counted } from './days.ts';

/** How much of a report’s list its source held, said only where it is not the whole; a short list is no short demand. */
export const sectionInWords = (section: CountryReport['section'], count: number): string | null => {
  if (section === 'cut') return `${counted(count, 'recommendation')} read; the source breaks off there`;
  if (section === 'absent') return 'the source holds no list of recommendations';
  return null;
};
