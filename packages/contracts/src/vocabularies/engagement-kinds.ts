/** Between two governments, or within a forum. */
export const engagementKinds = {
  bilateral: 'Bilateral',
  multilateral: 'Multilateral',
} as const;
export type EngagementKind = keyof typeof engagementKinds;
