/** What a person does in the office. */
export const roles = {
  embassy_officer: 'Embassy officer',
  rpa_lead: 'RPA lead',
  multilateral_officer: 'Multilateral affairs officer',
} as const;
export type Role = keyof typeof roles;
