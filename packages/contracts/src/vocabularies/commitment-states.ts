/** The life of a commitment: open, then one of three ends. */
export const commitmentStates = {
  open: 'Open',
  fulfilled: 'Fulfilled',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn',
} as const;
export type CommitmentState = keyof typeof commitmentStates;
