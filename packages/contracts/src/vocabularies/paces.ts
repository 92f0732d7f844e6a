/** Field E, first half: how the work goes. */
export const paces = {
  on_track: 'On track',
  at_risk: 'At risk',
  delayed: 'Delayed',
} as const;
export type Pace = keyof typeof paces;
