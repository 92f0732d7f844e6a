import type { Officer } from '@demarche/contracts';

export const lead: Officer = {
  id: 'ines.okafor',
  name: 'Ines Okafor',
  role: 'rpa_lead',
  post: 'Reports and Political Affairs',
};

export const secondLead: Officer = {
  id: 'pavel.duarte',
  name: 'Pavel Duarte',
  role: 'rpa_lead',
  post: 'Reports and Political Affairs',
};

export const embassyOfficer: Officer = {
  id: 'mara.lindqvist',
  name: 'Mara Lindqvist',
  role: 'embassy_officer',
  post: 'Embassy Kald City',
};

export const multilateralOfficer: Officer = {
  id: 'tomas.brandt',
  name: 'Tomas Brandt',
  role: 'multilateral_officer',
  post: 'Multilateral Affairs',
};

/** What a country of the stories is called. */
export const countryName = (country: string): string =>
  ({ XKD: 'Kaldara', XLS: 'Lower Serra', XNB: 'Nambari', XOR: 'Oruvia', XPH: 'Port Halden' })[country] ??
  `Country ${country}`;
