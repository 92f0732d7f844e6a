/** Who acted: we asked and said, they promised and did, or both at once (a publication). */
export const timelineSides = {
  ours: 'We asked and said',
  theirs: 'They promised and did',
  both: 'Both sides',
} as const;
export type TimelineSide = keyof typeof timelineSides;
