/** Later than any day: what has no due date comes last. */
export const NO_DUE_DAY = '9999-12-31';

/** When a row is due, in just the words by which its index is sorted. */
export const dueDay = (alias: string): string => `coalesce(${alias}.due_on, '${NO_DUE_DAY}')`;
