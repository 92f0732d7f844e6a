/** Forums whose texts the multilateral team follows. */
export const forums = {
  UNGA: 'United Nations General Assembly',
  UNODC: 'United Nations Office on Drugs and Crime',
  ILO: 'International Labour Organization',
  OSCE: 'Organization for Security and Co-operation in Europe',
  BALI: 'Bali Process',
  OAS: 'Organization of American States',
  EU: 'European Union',
  RCM: 'Regional Conference on Migration',
  OTHER: 'Another forum',
} as const;
export type Forum = keyof typeof forums;
