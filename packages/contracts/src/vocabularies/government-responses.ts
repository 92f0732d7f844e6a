/** Field B: what the host government said to the recommendation (UPR usage). Neither noted nor rejected closes it. */
export const governmentResponses = {
  none_yet: 'No response yet',
  under_consideration: 'Under consideration',
  supported: 'Supported',
  supported_in_part: 'Supported in part',
  noted: 'Noted',
  rejected: 'Rejected',
} as const;
export type GovernmentResponse = keyof typeof governmentResponses;
