/** What somebody wrote, closed as a sentence, so that another can follow it. */
export const asSentence = (text: string): string => {
  const written = text.trim();
  return /[.!?…]["”’)]*$/.test(written) ? written : `${written}.`;
};
