/** How far a promise or a forum commitment has been delivered: the five values of the Open Government Partnership. */
export const deliveryStatuses = {
  no_evidence: 'No evidence available',
  not_started: 'Not started',
  limited: 'Limited',
  substantial: 'Substantial',
  complete: 'Complete',
} as const;
export type DeliveryStatus = keyof typeof deliveryStatuses;
