import { momentInWords } from '../words/days.ts';
import type { StatusAnswer } from './status.document.ts';

/** What is said while a far site hears nothing from the centre. */
export const silenceInWords = ({
  centre,
  recordedAt,
}: Pick<StatusAnswer['status'], 'centre' | 'recordedAt'>): string | null => {
  if (!centre?.silent) return null;
  if (centre.heardAt) return `${OUT_OF_DATE} since ${momentInWords(centre.heardAt)}.`;
  const newest = recordedAt ? ` The newest that is held here was recorded on ${momentInWords(recordedAt)}.` : '';
  return `${OUT_OF_DATE} since this site was started.${newest}`;
};

const OUT_OF_DATE = 'These pages may be out of date: nothing has been heard from the centre';
