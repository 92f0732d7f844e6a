import type { Officer, Role } from '@demarche/contracts';
import { demonstrationPersons } from '@demarche/service-kit';

const holding = (role: Role): readonly Officer[] => demonstrationPersons.filter((person) => person.role === role);

const [one, two] = holding('rpa_lead');
const [multilateral] = holding('multilateral_officer');
if (!one || !two || !multilateral) throw new Error('The demonstration needs two RPA leads and a multilateral officer');

/** Who records in a scenario: the persons one can sign in as. */
export const scenarioOfficers = {
  leads: [one, two] as const,
  multilateral,
  embassies: holding('embassy_officer'),
};
