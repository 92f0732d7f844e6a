import {
  AssessImplementation,
  NotePace,
  type RecommendationReference,
  RecordConcreteAction,
  RecordGovernmentResponse,
  SignOffAssessment,
} from '@demarche/contracts';
import {
  type Circumstances,
  commonReferences,
  EMBASSY_OFFICER,
  entryMadeBy,
  LEAD,
  type Plan,
  pickFrom,
  SECOND_LEAD,
} from './errand.ts';

const ofNewestReport = ({ memory }: Circumstances): RecommendationReference[] => memory.references.slice(0, 3);

export const recordResponse: Plan = ({ memory, random }) => {
  const reference = random.pick([...memory.references, ...commonReferences]);
  return {
    definition: RecordGovernmentResponse,
    as: EMBASSY_OFFICER,
    input: {
      reference,
      occurredOn: '2025-10-03',
      response: random.pick(['supported', 'noted', 'under_consideration']),
      respondent: 'Ministry of Justice',
    },
  };
};

/** Only ever on what all desks share: here their commands conflict, and are decided again. */
export const notePaceInCommon: Plan = ({ random }) => ({
  definition: NotePace,
  as: EMBASSY_OFFICER,
  input: {
    reference: random.pick(commonReferences),
    occurredOn: '2025-10-04',
    pace: random.pick(['on_track', 'delayed']),
    note: `As seen from here, at ${random.integer(1, 99)} percent.`,
  },
});

export const recordAction: Plan = (circumstances) => {
  const reference = circumstances.random.pick(ofNewestReport(circumstances));
  return {
    definition: RecordConcreteAction,
    as: EMBASSY_OFFICER,
    input: {
      occurredOn: '2025-10-01',
      description: 'Parliament adopted the law on recruitment fees.',
      evidence: [{ kind: 'official_gazette', reference: 'Official Gazette 112' }],
      recommendations: [reference],
    },
    learn: ({ subject }) => circumstances.memory.actions.set(reference, subject),
  };
};

export const assess: Plan = ({ memory, random }) => {
  const found = pickFrom(random, memory.actions);
  if (!found) return undefined;
  const [reference, action] = found;
  return {
    definition: AssessImplementation,
    as: LEAD,
    input: {
      reference,
      reportingPeriod: 2025,
      occurredOn: '2025-11-15',
      status: random.pick(['initial_steps', 'partially_implemented']),
      rationale: 'The law is in force; the shelters are not open yet.',
      basis: { kind: 'concrete_actions', actions: [action] },
    },
    learn: (answer) => {
      const assessmentId = entryMadeBy(answer, 'ImplementationAssessed');
      if (assessmentId) memory.unsigned.set(reference, assessmentId);
    },
  };
};

export const signOff: Plan = ({ memory: { unsigned }, random }) => {
  const found = pickFrom(random, unsigned);
  if (!found) return undefined;
  const [reference, assessmentId] = found;
  return {
    definition: SignOffAssessment,
    as: SECOND_LEAD,
    input: { reference, assessmentId },
    learn: () => unsigned.delete(reference),
  };
};
