import type { Participant } from '@demarche/contracts';
import type { SeededRandom } from './seeded-random.ts';
import type { Topic } from './topics/index.ts';

const openings = [
  'received us at short notice',
  'had asked for the meeting',
  'met us for an hour',
  'spoke openly and took notes',
];
const middles = [
  'said that the budget decides how far this goes this year',
  'pointed to the new minister, who wants results before the session ends',
  'asked what neighbouring countries have done',
  'said that the matter lies with parliament',
  'named the official who will answer our questions',
];
const closings = [
  'We left a list of the points.',
  'We offered to bring an expert.',
  'We agreed to speak again before the summer.',
  'We asked for an answer in writing.',
];

/** What was said, in three plain sentences. */
export const summaryOf = (random: SeededRandom, counterpart: Participant, raised: readonly Topic[]): string => {
  const matters = raised.map(({ short }) => short).join(', ') || 'the report';
  return `${counterpart.title ?? counterpart.name} ${counterpart.name} ${random.pick(openings)}. On ${matters}: the other side ${random.pick(middles)}. ${random.pick(closings)}`;
};
