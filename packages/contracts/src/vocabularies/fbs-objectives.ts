/** Objectives of the Functional Bureau Strategy 2018 to 2022, by number. */
export const fbsObjectives = {
  '1.1': 'Laws that meet the minimum standards',
  '1.2': 'Criminal justice capacity and official complicity',
  '2.1': 'Identification and referral of victims',
  '2.2': 'Access to quality services',
  '3.1': 'Legal and policy frameworks for prevention',
  '3.2': 'Education and awareness',
  '4.1': 'Initiatives with other governments, forums and the private sector',
  '4.2': 'Coordination within the Department and between agencies',
  '4.3': 'Partnership with civil society, survivors and business',
  '5.1': 'Human capital',
  '5.2': 'Program management that directs engagement and assistance',
} as const;
export type FbsObjective = keyof typeof fbsObjectives;
