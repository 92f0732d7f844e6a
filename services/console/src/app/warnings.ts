import { silenceInWords } from './silence-in-words.ts';
import type { StatusAnswer } from './status.document.ts';

type Told = Pick<StatusAnswer['status'], 'position' | 'centre' | 'recordedAt' | 'beyondRecord' | 'answeredAt'>;

/**
 * What stands above every page, and on paper, while it may not show what is on record: a sentence for each reason.
 * @param own the position of what was recorded from this page last
 */
export const warnings = (told: Told, own = 0): readonly string[] =>
  [
    told.beyondRecord ? BEYOND_RECORD : null,
    told.answeredAt.behind && own > told.position ? OWN_UNSEEN : null,
    silenceInWords(told),
  ].filter((warning) => warning !== null);

const BEYOND_RECORD =
  'These pages may show what is not on record: an older backup was restored. Whoever runs Demarche has to build the views anew.';

/** It has been waited for before this is said. */
const OWN_UNSEEN =
  'What you saved is recorded, and not yet shown here. It appears by itself, as soon as these pages have caught up.';
