import {
  AssignFollowUp,
  type CommandAnswer,
  CompleteFollowUp,
  LogEngagement,
  RaiseRecommendation,
  RecordPromise,
} from '@demarche/contracts';
import {
  COMMON_COUNTRY,
  commonReferences,
  type DeskMemory,
  EMBASSY_OFFICER,
  entryMadeBy,
  type Plan,
  pickFrom,
} from './errand.ts';

const learnPromiseAndFollowUp = (memory: DeskMemory, answer: CommandAnswer): void => {
  const promiseId = entryMadeBy(answer, 'PromiseMade');
  if (promiseId) memory.promises.push(promiseId);
  const followUpId = entryMadeBy(answer, 'FollowUpAssigned');
  if (followUpId) memory.followUps.push({ engagementId: answer.subject, followUpId });
};

/** Up to five events in one append: all of them are on record afterwards, or none. */
export const logMeeting: Plan = ({ memory, random }) => {
  const raised = random.some([...memory.references.slice(-6), ...commonReferences], random.integer(1, 2));
  return {
    definition: LogEngagement,
    as: EMBASSY_OFFICER,
    input: {
      occurredOn: '2025-10-02',
      countries: [memory.country, COMMON_COUNTRY],
      post: 'Embassy Kald City',
      theirParticipants: [{ name: 'T. Varga', title: 'Deputy Minister', body: 'Ministry of Justice' }],
      summary: `They expect the draft law in this session and asked for ${random.integer(2, 99)} examples.`,
      raised: raised.map((reference) => ({ reference, reception: random.pick(['welcomed', 'deferred']) })),
      promises: random.chance(0.5) ? [{ country: memory.country, wording: 'The draft goes to parliament.' }] : [],
      followUps: random.chance(0.5) ? [{ what: 'Send examples of such laws.', owner: 'Miriam Castellanos' }] : [],
    },
    learn: (answer) => {
      memory.meetings.push({ engagementId: answer.subject, raised: new Set(raised) });
      learnPromiseAndFollowUp(memory, answer);
    },
  };
};

export const raiseOneMore: Plan = ({ memory, random }) => {
  const meeting = pickFrom(random, memory.meetings.slice(-5));
  const reference = pickFrom(
    random,
    memory.references.filter((candidate) => !meeting?.raised.has(candidate)),
  );
  if (!meeting || !reference) return undefined;
  return {
    definition: RaiseRecommendation,
    as: EMBASSY_OFFICER,
    input: { engagementId: meeting.engagementId, reference, reception: 'acknowledged' },
    learn: () => meeting.raised.add(reference),
  };
};

export const recordPromise: Plan = ({ memory, random }) => {
  const meeting = pickFrom(random, memory.meetings.slice(-5));
  if (!meeting) return undefined;
  return {
    definition: RecordPromise,
    as: EMBASSY_OFFICER,
    input: { engagementId: meeting.engagementId, country: memory.country, wording: 'Two shelters open by spring.' },
    learn: (answer) => learnPromiseAndFollowUp(memory, answer),
  };
};

export const assignFollowUp: Plan = ({ memory, random }) => {
  const meeting = pickFrom(random, memory.meetings.slice(-5));
  if (!meeting) return undefined;
  return {
    definition: AssignFollowUp,
    as: EMBASSY_OFFICER,
    input: { engagementId: meeting.engagementId, what: 'Ask again after the recess.', owner: 'Daniel Abara' },
    learn: (answer) => learnPromiseAndFollowUp(memory, answer),
  };
};

export const completeFollowUp: Plan = ({ memory: { followUps } }) => {
  const [first] = followUps;
  if (!first) return undefined;
  return {
    definition: CompleteFollowUp,
    as: EMBASSY_OFFICER,
    input: { ...first, occurredOn: '2025-10-20', outcome: 'They have them.' },
    learn: () => followUps.shift(),
  };
};
