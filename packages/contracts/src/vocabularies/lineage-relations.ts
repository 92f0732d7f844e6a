/** How a recommendation stands to the one before it in the previous report, found by comparing the texts. */
export const lineageRelations = {
  new: 'new',
  same_wording: 'same wording',
  similar_wording: 'reworded',
} as const;
export type LineageRelation = keyof typeof lineageRelations;
