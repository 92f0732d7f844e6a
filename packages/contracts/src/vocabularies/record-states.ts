/** Field A of a recommendation: where its record stands in the succession of reports. */
export const recordStates = {
  draft: 'Draft',
  issued: 'Open',
  carried_forward: 'Carried forward',
  superseded: 'Superseded by a later report',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
} as const;
export type RecordState = keyof typeof recordStates;
