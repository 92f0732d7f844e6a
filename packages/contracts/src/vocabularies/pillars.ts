/** The four P of the strategy. */
export const pillars = {
  prosecution: 'Prosecution',
  protection: 'Protection',
  prevention: 'Prevention',
  partnerships: 'Partnerships',
} as const;
export type Pillar = keyof typeof pillars;
