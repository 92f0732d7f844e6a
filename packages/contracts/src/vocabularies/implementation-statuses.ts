/** Field C: what concrete actions amount to, judged for one reporting period (1 April to 31 March). */
export const implementationStatuses = {
  not_assessed: 'Not assessed',
  no_evidence: 'No evidence either way',
  not_started: 'Not started',
  initial_steps: 'Initial steps',
  partially_implemented: 'Partially implemented',
  implemented: 'Implemented',
  reversed: 'Reversed',
} as const;
export type ImplementationStatus = keyof typeof implementationStatuses;
