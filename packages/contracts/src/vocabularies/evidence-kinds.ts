/** What kind of source shows that something was done. */
export const evidenceKinds = {
  official_gazette: 'Official gazette',
  legislation: 'Law or regulation',
  court_record: 'Court record',
  statistics: 'Official statistics',
  government_note: 'Note from the government',
  embassy_observation: 'Seen by the embassy',
  international_report: 'Report of an international organization',
  civil_society_report: 'Report of a civil society organization',
  press: 'Press',
  other: 'Other',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;
