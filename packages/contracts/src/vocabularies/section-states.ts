/** Whether a source held the whole list of recommendations. */
export const sectionStates = {
  complete: 'complete',
  cut: 'cut: the source ends inside the list',
  absent: 'absent: this source has no list',
} as const;
export type SectionState = keyof typeof sectionStates;
