import type { FieldEvidence } from './parsed-narrative.ts';

const GIVEN = 'given with the file: ';

/** The words that a field shows when neither the text nor its address says it. */
export const givenWith = (hint: string | number): string => `${GIVEN}${hint}`;

/** Whether a field was filled in by a hint. */
export const wasGiven = ({ line, words }: FieldEvidence): boolean => line === null && words?.startsWith(GIVEN) === true;
