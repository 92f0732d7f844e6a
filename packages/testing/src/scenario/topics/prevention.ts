import type { Topic } from './topic.ts';

export const prevention: readonly Topic[] = [
  {
    pillar: 'prevention',
    standards: ['4(3)'],
    short: 'the national action plan',
    body: 'National Coordinator',
    wordings: [
      'Adopt a national action plan against trafficking.',
      'Adopt and fund a national action plan against trafficking.',
      'Implement the national action plan against trafficking with dedicated funds, and publish yearly progress.',
    ],
    steps: [
      'A draft of the national action plan was discussed with civil society.',
      'The cabinet adopted the national action plan with a budget for two of its five parts.',
      'The government published the first yearly progress report on the fully funded action plan.',
    ],
    promise: 'The national action plan will be adopted with a budget.',
  },
  {
    pillar: 'prevention',
    standards: ['4(3)', '4(6)'],
    short: 'oversight of recruitment agencies',
    body: 'Ministry of Labour',
    wordings: [
      'License and inspect labour recruitment agencies.',
      'License and inspect labour recruitment agencies, including online recruiters.',
      'License and inspect labour recruitment agencies, including online recruiters, and revoke licences of those that deceive workers.',
    ],
    steps: [
      'The Ministry of Labour opened a register of recruitment agencies.',
      'Inspectors visited 60 recruitment agencies and suspended nine.',
      'All agencies are licensed anew, and fourteen licences were revoked for deception.',
    ],
    promise: 'The register of licensed agencies will be put online.',
  },
  {
    pillar: 'prevention',
    standards: ['4(3)'],
    short: 'awareness among migrants',
    body: 'National Coordinator',
    wordings: [
      'Inform migrants of the risks of trafficking before departure.',
      'Inform migrants of the risks of trafficking and of their rights before departure, in their own languages.',
      'Fund campaigns that inform migrants of the risks of trafficking and of their rights before departure, in their own languages.',
    ],
    steps: [
      'A leaflet for departing workers was printed in two languages.',
      'Courses before departure were held in {place} for 3,000 workers.',
      'The course before departure is free of charge and compulsory for agencies to offer.',
    ],
    promise: 'The leaflet for departing workers will be translated.',
  },
  {
    pillar: 'prevention',
    standards: ['4(12)'],
    short: 'demand for commercial sex',
    body: 'Ministry of Tourism',
    wordings: [
      'Reduce the demand for commercial sex acts.',
      'Make efforts to reduce the demand for commercial sex acts and child sex tourism.',
      'Make efforts to reduce the demand for commercial sex acts and child sex tourism, with the hotel trade.',
    ],
    steps: [
      'The Ministry of Tourism met the hotel trade about child sex tourism.',
      'Sixty hotels signed a code of conduct.',
      'The code of conduct became a condition of every hotel licence.',
    ],
    promise: 'The Ministry of Tourism will put the code of conduct to the hotel trade.',
  },
  {
    pillar: 'prevention',
    standards: ['4(3)', '4(6)'],
    short: 'birth registration in {place}',
    body: 'Civil Registry',
    wordings: [
      'Register births in {place} and issue identity documents.',
      'Register all births in {place} and issue identity documents without charge.',
      'Register all births in {place}, issue identity documents without charge, and reach those never registered before.',
    ],
    steps: [
      'The Civil Registry sent a mobile office to {place}.',
      'The charge for late registration was abolished.',
      'Nine of ten births in {place} were registered within the year.',
    ],
    promise: 'The Civil Registry will keep a mobile office in {place}.',
  },
  {
    pillar: 'prevention',
    standards: ['4(3)'],
    short: 'domestic workers under the labour code',
    body: 'Ministry of Labour',
    wordings: [
      'Extend the labour code to domestic workers.',
      'Extend the labour code to domestic workers, with limits on working hours.',
      'Extend the labour code to domestic workers, with limits on working hours and inspections of private households on complaint.',
    ],
    steps: [
      'The Ministry of Labour consulted unions on domestic workers.',
      'A decree set a minimum wage and a weekly day of rest for domestic workers.',
      'The labour code was extended to domestic workers in full.',
    ],
    promise: 'The chapter on domestic workers will be added to the labour code bill.',
  },
  {
    pillar: 'prevention',
    standards: ['4(3)'],
    short: 'labour inspections in {sector}',
    body: 'Labour Inspectorate',
    wordings: [
      'Increase labour inspections in {sector}.',
      'Increase the number of labour inspectors, and inspections in {sector}.',
      'Increase the number of labour inspectors and unannounced inspections in {sector}, with screening for trafficking indicators.',
    ],
    steps: [
      'The Labour Inspectorate hired six inspectors.',
      'Unannounced inspections took place at 45 enterprises in {sector}.',
      'Every registered enterprise in {sector} was inspected, unannounced, with a list of indicators.',
    ],
    promise: 'The Labour Inspectorate will inspect {sector} before the season.',
  },
  {
    pillar: 'prevention',
    standards: ['4(3)'],
    short: 'workers’ passports',
    body: 'Ministry of Labour',
    wordings: [
      'Enforce the ban on retaining workers’ passports.',
      'Enforce the ban on employers retaining workers’ passports, with fines.',
      'Enforce the ban on employers and agencies retaining workers’ passports, with fines and criminal charges.',
    ],
    steps: [
      'A circular reminded employers of the ban on keeping passports.',
      'Inspectors returned 210 passports and fined 17 employers.',
      'Prosecutors brought the first criminal charges for keeping passports, and won.',
    ],
    promise: 'Inspectors will ask for passports at every visit.',
  },
];
