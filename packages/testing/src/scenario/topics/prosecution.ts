import type { Topic } from './topic.ts';

export const prosecution: readonly Topic[] = [
  {
    pillar: 'prosecution',
    standards: ['1', '4(3)'],
    short: 'the law on recruitment fees',
    body: 'Ministry of Labour',
    wordings: [
      'Draft a law that forbids recruitment fees.',
      'Draft and enact a law that forbids charging recruitment fees to workers.',
      'Enact and enforce a law that forbids charging recruitment fees to workers, with penalties for recruiters and employers.',
    ],
    steps: [
      'The Ministry of Labour published the draft law on recruitment fees for comment.',
      'Parliament adopted the law that forbids charging recruitment fees; it enters into force in January.',
      'The labour courts fined eleven recruiters under the law on recruitment fees, and the fees were paid back.',
    ],
    promise: 'The draft law on recruitment fees goes to parliament in the coming session.',
  },
  {
    pillar: 'prosecution',
    standards: ['4(7)'],
    short: 'complicit officials',
    body: 'Office of the Prosecutor General',
    wordings: [
      'Investigate and prosecute officials complicit in trafficking.',
      'Increase efforts to investigate and prosecute officials complicit in trafficking, and impose adequate prison terms.',
      'Increase efforts to investigate and prosecute officials complicit in trafficking, including at border posts, and impose adequate prison terms.',
    ],
    steps: [
      'The Prosecutor General opened inquiries into four border officers suspected of taking bribes from traffickers.',
      'A court convicted two border officers of complicity and sentenced both to prison.',
      'Seven officials were convicted of complicity in the year, and all of them are serving prison terms.',
    ],
    promise: 'The Prosecutor General will report by letter on the open inquiries into border officers.',
  },
  {
    pillar: 'prosecution',
    standards: ['2', '3'],
    short: 'penalties in the anti-trafficking act',
    body: 'Ministry of Justice',
    wordings: [
      'Amend the anti-trafficking act to remove fines as an alternative to prison for sex trafficking.',
      'Amend the anti-trafficking act to remove fines as an alternative to prison for trafficking crimes.',
      'Enact the amendment of the anti-trafficking act that removes fines as an alternative to prison for trafficking crimes.',
    ],
    steps: [
      'The Ministry of Justice sent the amendment on penalties to the cabinet.',
      'Parliament passed the amendment on penalties in second reading.',
      'The amendment that removes fines as an alternative to prison entered into force.',
    ],
    promise: 'The amendment on penalties will be on the cabinet’s agenda before the recess.',
  },
  {
    pillar: 'prosecution',
    standards: ['4(1)'],
    short: 'the specialised police unit',
    body: 'Ministry of the Interior',
    wordings: [
      'Establish a specialised police unit for trafficking investigations.',
      'Establish and fund a specialised police unit for trafficking investigations outside the capital.',
      'Fully staff and fund the specialised police unit for trafficking investigations, with offices outside the capital.',
    ],
    steps: [
      'The Minister of the Interior signed the order that creates an anti-trafficking police unit.',
      'The anti-trafficking police unit took up work with twelve investigators in {place}.',
      'The anti-trafficking police unit has offices in every region and its own line in the budget.',
    ],
    promise: 'The Ministry of the Interior will second ten investigators to the new unit.',
  },
  {
    pillar: 'prosecution',
    standards: ['4(1)'],
    short: 'training of judges and prosecutors',
    body: 'Judicial Academy',
    wordings: [
      'Train judges and prosecutors on the anti-trafficking act.',
      'Train judges and prosecutors on the anti-trafficking act and on a victim-centered approach in court.',
      'Institutionalise training of judges and prosecutors on the anti-trafficking act and on a victim-centered approach in court.',
    ],
    steps: [
      'The Judicial Academy held a first course on the anti-trafficking act for 24 judges.',
      'The Judicial Academy trained 90 judges and prosecutors in {place}.',
      'The course on trafficking cases became part of the compulsory curriculum of the Judicial Academy.',
    ],
    promise: 'The Judicial Academy will put trafficking cases into its curriculum.',
  },
  {
    pillar: 'prosecution',
    standards: ['4(1)', '4(3)'],
    short: 'forced labour in {sector}',
    body: 'Labour Inspectorate',
    wordings: [
      'Prosecute labour trafficking in {sector} as a crime rather than a labour violation.',
      'Vigorously investigate and prosecute labour trafficking in {sector} as a crime rather than a labour violation.',
      'Vigorously investigate and prosecute labour trafficking in {sector} as a crime, and refer violations found by inspectors to prosecutors.',
    ],
    steps: [
      'Labour inspectors referred three cases from {sector} to prosecutors.',
      'Prosecutors charged the owners of two enterprises in {sector} with labour trafficking.',
      'Courts convicted five employers of labour trafficking in {sector}, with prison terms.',
    ],
    promise: 'Inspectors will refer suspected cases in {sector} to prosecutors within ten days.',
  },
  {
    pillar: 'prosecution',
    standards: ['4(10)'],
    short: 'a record of trafficking cases',
    body: 'Ministry of Justice',
    wordings: [
      'Collect data on investigations, prosecutions and convictions of traffickers.',
      'Collect and publish data on investigations, prosecutions, convictions and sentences of traffickers.',
      'Establish a central system to collect and publish data on investigations, prosecutions, convictions and sentences of traffickers.',
    ],
    steps: [
      'The Ministry of Justice asked all courts to report trafficking cases on one form.',
      'The first table of trafficking cases by region was published.',
      'The public register of trafficking cases went into operation.',
    ],
    promise: 'The Ministry of Justice will publish the figures of the past year.',
  },
  {
    pillar: 'prosecution',
    standards: ['4(4)', '4(5)'],
    short: 'joint investigations with neighbours',
    body: 'Ministry of the Interior',
    wordings: [
      'Cooperate with neighbouring countries in trafficking investigations.',
      'Conduct joint trafficking investigations with neighbouring countries, and extradite suspects where the law allows.',
      'Conduct joint trafficking investigations with neighbouring countries of origin, and extradite suspects where the law allows.',
    ],
    steps: [
      'The police of {country} named a liaison officer for cross-border cases.',
      'Two joint investigations with a neighbouring country led to nine arrests.',
      'An agreement on joint investigation teams entered into force, and the first suspect was extradited.',
    ],
    promise: 'The Ministry of the Interior will invite the neighbouring police to a case conference.',
  },
];
