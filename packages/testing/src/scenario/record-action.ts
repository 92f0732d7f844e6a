import { type ActionId, type ConcreteActionRecorded, type Evidence, streamName } from '@demarche/contracts';
import { DAY_MS, type Day, dateOf, longDate } from './calendar.ts';
import type { CountryHistory, Cycle, Issued } from './country-history.ts';
import { duringOffice, laterBy, recordingDelay } from './office-hours.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface DoneAction {
  readonly actionId: ActionId;
}

export interface ActionWish {
  readonly occurredOn: Day;
  readonly step: 0 | 1 | 2;
  /** It must be on record by then, and stay there. */
  readonly neededBy?: Day;
  readonly withEvidence: boolean;
}

/** Something that the government did. A needed one is recorded soon; others late, and corrected or withdrawn at times. */
export const recordAction = (
  history: CountryHistory,
  cycle: Cycle,
  item: Issued,
  wish: ActionWish,
): DoneAction | undefined => {
  const { profile, random, ledger } = history;
  const event = actionOf(history, { cycle, item, wish });
  const { actionId } = event.data;
  const recordedAt = duringOffice(random, dayRecorded(random, wish));
  const stream = streamName('action', actionId);
  if (!ledger.enter({ at: recordedAt, stream, officer: profile.officer, events: [event] })) return undefined;
  if (wish.neededBy !== undefined) return { actionId };
  if (random.chance(0.05)) correct(history, event, recordedAt);
  else if (random.chance(0.04)) withdraw(history, event, recordedAt);
  return undefined;
};

const dayRecorded = (random: SeededRandom, { occurredOn, neededBy }: ActionWish): Day =>
  neededBy === undefined ? occurredOn + recordingDelay(random) : Math.min(occurredOn + random.integer(0, 9), neededBy);

interface Acting {
  readonly cycle: Cycle;
  readonly item: Issued;
  readonly wish: ActionWish;
}

const actionOf = (history: CountryHistory, { cycle, item, wish }: Acting): ConcreteActionRecorded => {
  const { profile, random, references } = history;
  const { topic } = item.request;
  const neighbours = cycle.issued.filter((other) => other !== item && other.request.topic.pillar === topic.pillar);
  const linked = neighbours.length > 0 && random.chance(0.1) ? [random.pick(neighbours).reference] : [];
  return {
    type: 'ConcreteActionRecorded',
    data: {
      actionId: references.action(),
      country: profile.code,
      occurredOn: dateOf(wish.occurredOn),
      description: topic.steps[wish.step],
      responsibleBody: topic.body,
      evidence: wish.withEvidence ? [evidenceOf(history, wish.occurredOn)] : [],
      recommendations: [item.reference, ...linked],
      reportedBy: profile.officer,
    },
  };
};

const correct = (
  { random, ledger, profile }: CountryHistory,
  { data }: ConcreteActionRecorded,
  recordedAt: number,
): void => {
  const { reportedBy, ...content } = data;
  const at = laterBy(random, recordedAt, random.integer(2, 25));
  ledger.enter({
    at,
    stream: streamName('action', data.actionId),
    officer: profile.officer,
    events: [
      {
        type: 'ConcreteActionCorrected',
        data: {
          ...content,
          evidence: [...data.evidence, gazette(Math.floor(at / DAY_MS), random.integer(40, 260))],
          description: `${data.description} The order was published in the gazette.`,
          reason: 'The first report came by telephone; the gazette has the text.',
          correctedBy: reportedBy,
        },
      },
    ],
  });
};

const withdraw = (
  { random, ledger, profile }: CountryHistory,
  { data }: ConcreteActionRecorded,
  recordedAt: number,
): void => {
  const at = laterBy(random, recordedAt, random.integer(5, 40));
  ledger.enter({
    at,
    stream: streamName('action', data.actionId),
    officer: profile.officer,
    events: [
      {
        type: 'ConcreteActionWithdrawn',
        data: {
          actionId: data.actionId,
          country: data.country,
          occurredOn: dateOf(Math.floor(at / DAY_MS)),
          reason: 'It had been announced, and was not done.',
          withdrawnBy: profile.officer,
        },
      },
    ],
  });
};

const gazette = (day: Day, number: number): Evidence => ({
  kind: 'official_gazette',
  reference: `Official Gazette ${number}, ${longDate(day)}`,
  address: null,
  publishedOn: dateOf(day),
});

/** What shows that something was done on a day. */
export const evidenceOf = ({ random, profile }: Pick<CountryHistory, 'random' | 'profile'>, day: Day): Evidence => {
  const sources = [
    () => gazette(day, random.integer(40, 260)),
    (): Evidence => ({
      kind: 'court_record',
      reference: `${profile.capital} Criminal Court, case ${random.integer(100, 990)}/${dateOf(day).slice(0, 4)}`,
      address: null,
      publishedOn: null,
    }),
    (): Evidence => ({
      kind: 'government_note',
      reference: `Note of ${longDate(day)} from the Ministry of Foreign Affairs`,
      address: null,
      publishedOn: null,
    }),
    (): Evidence => ({
      kind: 'statistics',
      reference: `Statistical Office of ${profile.name}, table ${random.integer(2, 40)}`,
      address: null,
      publishedOn: dateOf(day),
    }),
    (): Evidence => ({
      kind: 'embassy_observation',
      reference: `Visit of the embassy on ${longDate(day)}`,
      address: null,
      publishedOn: null,
    }),
  ];
  return random.pick(sources)();
};
