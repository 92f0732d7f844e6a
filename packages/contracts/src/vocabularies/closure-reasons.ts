/** Field D: why a recommendation was closed. */
export const closureReasons = {
  closed_implemented: 'Closed: implemented',
  closed_not_implemented: 'Closed: not implemented',
  closed_overtaken: 'Closed: overtaken by events',
} as const;
export type ClosureReason = keyof typeof closureReasons;
