/** A sentence without its full stop, for where it goes on. */
export const unended = (sentence: string): string => sentence.replace(/\.$/, '');
