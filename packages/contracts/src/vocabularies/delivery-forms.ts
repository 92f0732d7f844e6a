/** The diplomatic form in which a message was delivered (5 FAH-1 H-610 for notes and aide-mémoires). */
export const deliveryForms = {
  oral: 'Oral',
  demarche: 'Démarche',
  diplomatic_note: 'Diplomatic note',
  aide_memoire: 'Aide-mémoire',
  non_paper: 'Non-paper',
  public: 'Public statement',
} as const;
export type DeliveryForm = keyof typeof deliveryForms;
