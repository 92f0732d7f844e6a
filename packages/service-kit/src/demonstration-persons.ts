import { Officer } from '@demarche/contracts';

/** Fictional. Two RPA leads, because an assessment is signed off by another lead than the one who made it. */
export const demonstrationPersons: readonly Officer[] = [
  { id: 'ines.okafor', name: 'Ines Okafor', role: 'rpa_lead', post: 'Washington' },
  { id: 'tomas.lindqvist', name: 'Tomas Lindqvist', role: 'rpa_lead', post: 'Washington' },
  { id: 'miriam.castellanos', name: 'Miriam Castellanos', role: 'embassy_officer', post: 'Kald City' },
  { id: 'daniel.abara', name: 'Daniel Abara', role: 'embassy_officer', post: 'Port Selene' },
  { id: 'yuki.hammond', name: 'Yuki Hammond', role: 'multilateral_officer', post: 'Geneva' },
].map((person) => Officer.parse(person));
