import type { Topic } from './topic.ts';

export const protection: readonly Topic[] = [
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'shelters outside the capital',
    body: 'Ministry of Social Affairs',
    wordings: [
      'Open shelters for trafficking victims outside the capital.',
      'Open and fund shelters for trafficking victims outside the capital.',
      'Open, fund and staff shelters for trafficking victims outside the capital, including for men and boys.',
    ],
    steps: [
      'The Ministry of Social Affairs leased a house in {place} for a shelter.',
      'The government opened a second shelter, 40 places, with state funds.',
      'Shelters with trained staff are open in all five regions, for men as well as for women and children.',
    ],
    promise: 'The shelter in {place} will open with state funds.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'procedures to identify victims',
    body: 'National Coordinator',
    wordings: [
      'Adopt standard procedures to identify trafficking victims among vulnerable groups.',
      'Adopt and apply standard procedures to identify trafficking victims among vulnerable groups and refer them to care.',
      'Train front-line officials to apply standard procedures to identify trafficking victims among vulnerable groups and refer them to care.',
    ],
    steps: [
      'A working group finished the draft of standard identification procedures.',
      'The cabinet adopted the standard identification procedures.',
      'All border posts and police stations apply the identification procedures; 1,300 officials were trained.',
    ],
    promise: 'The identification procedures will be signed and sent to all police stations.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)', '4(6)'],
    short: 'screening of fishing crews at ports',
    body: 'Maritime Authority',
    wordings: [
      'Screen fishing crews for indicators of trafficking at ports.',
      'Screen fishing crews for indicators of trafficking at all ports, with interpreters.',
      'Systematically screen fishing crews for indicators of trafficking at all ports, with interpreters and without the captain present.',
    ],
    steps: [
      'The Maritime Authority tried screening interviews of fishing crews at one port.',
      'Screening of fishing crews takes place at three of five ports.',
      'Screening of fishing crews takes place at every port, with interpreters.',
    ],
    promise: 'Screening of fishing crews will begin at the two largest ports.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'victims punished for what they were made to do',
    body: 'Ministry of Justice',
    wordings: [
      'Ensure victims are not penalized for crimes traffickers compelled them to commit.',
      'Ensure victims are not detained or penalized for crimes traffickers compelled them to commit, including immigration offences.',
      'Cease detaining victims, and ensure they are not penalized for crimes traffickers compelled them to commit, including immigration offences.',
    ],
    steps: [
      'The Prosecutor General instructed prosecutors to drop immigration charges against victims.',
      'The non-punishment clause was adopted by parliament.',
      'No identified victim was charged in the year; 31 earlier convictions were set aside.',
    ],
    promise: 'The instruction against charging victims will be issued.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'compensation for victims',
    body: 'Ministry of Finance',
    wordings: [
      'Create a fund to compensate trafficking victims.',
      'Create a fund to compensate trafficking victims, and inform them of their right to seek restitution.',
      'Disburse the fund to compensate trafficking victims, and inform them of their right to seek restitution.',
    ],
    steps: [
      'The budget law names a fund for the compensation of victims.',
      'The compensation fund received its first allocation and its rules.',
      'The compensation fund paid out to 44 claimants.',
    ],
    promise: 'The rules of the compensation fund will be published.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'residence permits for foreign victims',
    body: 'Immigration Service',
    wordings: [
      'Offer temporary residence to foreign victims.',
      'Offer temporary residence and work permits to foreign victims during proceedings.',
      'Offer temporary residence and work permits to foreign victims, independent of their participation in proceedings.',
    ],
    steps: [
      'The Immigration Service drafted rules for a reflection period of 90 days.',
      'The first temporary residence permits were granted to victims.',
      'Residence permits no longer depend on testimony in court.',
    ],
    promise: 'The Immigration Service will put the reflection period into its rules.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'the hotline',
    body: 'National Coordinator',
    wordings: [
      'Operate a hotline for trafficking victims at all hours.',
      'Operate a hotline for trafficking victims at all hours and in the languages migrant workers speak.',
      'Fund a hotline for trafficking victims at all hours, in the languages migrant workers speak, and publish its number at workplaces.',
    ],
    steps: [
      'The hotline answers in the daytime, in two languages.',
      'The hotline answers at all hours, in four languages.',
      'The hotline is funded by the state budget and its number hangs in every registered workplace.',
    ],
    promise: 'The hotline will be staffed at night.',
  },
  {
    pillar: 'protection',
    standards: ['4(2)'],
    short: 'services for children without parents',
    body: 'Ministry of Social Affairs',
    wordings: [
      'Appoint guardians for unaccompanied children.',
      'Appoint trained guardians for unaccompanied children exploited in {sector}.',
      'Appoint trained guardians for unaccompanied children exploited in {sector}, and house them apart from adults.',
    ],
    steps: [
      'A list of guardians was opened in {place}.',
      'Guardians were trained and appointed in three regions.',
      'Every child in care has a guardian and lives apart from adults.',
    ],
    promise: 'The Ministry of Social Affairs will train forty guardians.',
  },
];
