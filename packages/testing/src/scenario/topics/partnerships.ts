import type { Topic } from './topic.ts';

export const partnerships: readonly Topic[] = [
  {
    pillar: 'partnerships',
    standards: ['4(9)'],
    short: 'the coordinating body',
    body: 'Office of the Prime Minister',
    wordings: [
      'Convene the interministerial committee on trafficking.',
      'Convene the interministerial committee on trafficking at least twice a year, with civil society present.',
      'Convene the interministerial committee on trafficking at least twice a year, with civil society and survivors present.',
    ],
    steps: [
      'The interministerial committee met for the first time in two years.',
      'The interministerial committee met twice, once with civil society.',
      'The interministerial committee meets every quarter and publishes its minutes.',
    ],
    promise: 'The interministerial committee will meet before the end of the quarter.',
  },
  {
    pillar: 'partnerships',
    standards: ['4(9)', '4(2)'],
    short: 'funds for civil society',
    body: 'Ministry of Finance',
    wordings: [
      'Fund civil society organizations that assist victims.',
      'Provide steady funds to civil society organizations that assist victims.',
      'Provide steady funds, over several years, to civil society organizations that assist victims.',
    ],
    steps: [
      'The Ministry of Finance invited proposals from organizations that assist victims.',
      'Four organizations received grants for one year.',
      'Grants to organizations that assist victims now run for three years.',
    ],
    promise: 'The call for proposals will be repeated with twice the amount.',
  },
  {
    pillar: 'partnerships',
    standards: ['4(4)', '4(9)'],
    short: 'labour agreements with destination countries',
    body: 'Ministry of Foreign Affairs',
    wordings: [
      'Conclude labour agreements with destination countries.',
      'Conclude labour agreements with destination countries that protect migrant workers.',
      'Conclude and publish labour agreements with destination countries that protect migrant workers and forbid recruitment costs.',
    ],
    steps: [
      'Talks on a labour agreement were opened with one destination country.',
      'A labour agreement with one destination country was signed.',
      'Labour agreements with all main destination countries are in force and published.',
    ],
    promise: 'The text of the labour agreement will be published.',
  },
  {
    pillar: 'partnerships',
    standards: ['4(9)'],
    short: 'a council of survivors',
    body: 'National Coordinator',
    wordings: [
      'Seek the advice of survivors on policy.',
      'Establish a council of survivors that advises on policy.',
      'Establish and pay a council of survivors that advises on policy and training.',
    ],
    steps: [
      'The National Coordinator held a first hearing with survivors.',
      'A council of survivors was appointed by decree.',
      'The paid council of survivors advised on the action plan, and its advice was published.',
    ],
    promise: 'Members of the council of survivors will be appointed.',
  },
  {
    pillar: 'partnerships',
    standards: ['4(4)'],
    short: 'the protocol on forced labour',
    body: 'Ministry of Foreign Affairs',
    wordings: [
      'Accede to the protocol of 2014 to the Forced Labour Convention.',
      'Accede to and implement the protocol of 2014 to the Forced Labour Convention.',
      'Implement the protocol of 2014 to the Forced Labour Convention in national law.',
    ],
    steps: [
      'The cabinet approved accession to the protocol on forced labour.',
      'The instrument of accession to the protocol was deposited.',
      'National law was brought into line with the protocol.',
    ],
    promise: 'The instrument of accession will be deposited.',
  },
];
