/** A promise made in a bilateral meeting, or a commitment in the text of a forum. Both are followed with the same words. */
export const commitmentKinds = {
  promise: 'Promise',
  forum_commitment: 'Forum commitment',
} as const;
export type CommitmentKind = keyof typeof commitmentKinds;
