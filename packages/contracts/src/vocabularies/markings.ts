/** Handling of a record. Demarche holds nothing classified. */
export const markings = {
  U: 'Unclassified',
  SBU: 'Sensitive But Unclassified',
} as const;
export type Marking = keyof typeof markings;
