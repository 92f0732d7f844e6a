/** How the placement moved against the previous report. */
export const tierMovements = {
  upgraded: 'upgraded',
  downgraded: 'downgraded',
  remained: 'remained',
  'first-listed': 'first listed',
} as const;
export type TierMovement = keyof typeof tierMovements;
