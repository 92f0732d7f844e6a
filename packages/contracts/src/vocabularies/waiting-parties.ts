/** Field E, second half: whose move it is. */
export const waitingParties = {
  host_government: 'the host government',
  us_government: 'our own government',
  international_org: 'an international organization',
  other: 'somebody else',
} as const;
export type WaitingParty = keyof typeof waitingParties;
