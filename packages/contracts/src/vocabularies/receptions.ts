/** How the other side took a recommendation when it was raised. */
export const receptions = {
  welcomed: 'Welcomed',
  acknowledged: 'Acknowledged',
  deferred: 'Deferred',
  disputed: 'Disputed',
  refused: 'Refused',
} as const;
export type Reception = keyof typeof receptions;
