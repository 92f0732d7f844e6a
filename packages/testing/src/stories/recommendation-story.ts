import {
  type ClosureReason,
  type GovernmentResponse,
  type IsoDate,
  type Pace,
  type Pillar,
  reportingPeriodOf,
  type WaitingParty,
} from '@demarche/contracts';
import type { Story, Tell } from './story.ts';
import { embassyOfficer, lead, secondLead } from './story-persons.ts';

interface Entry {
  /** `XKD-2024-01-A1`: the recommendation, the kind, the number. */
  readonly entry: string;
  readonly on: IsoDate;
}

interface ActionTold {
  readonly action: string;
  readonly on: IsoDate;
  readonly serves: readonly string[];
  readonly what?: string;
}

export interface RecommendationStory {
  answers(response: Entry & { readonly response: GovernmentResponse }): Story;
  assesses(assessment: Entry & { readonly status: string; readonly onActions?: readonly string[] }): Story;
  signsOff(signOff: Entry): Story;
  closes(closure: Entry & { readonly reason?: ClosureReason }): Story;
  withdrawsEntry(withdrawal: Entry): Story;
  notesPace(note: {
    readonly reference: string;
    readonly on: IsoDate;
    readonly pace: Pace | null;
    readonly waitingOn?: WaitingParty;
  }): Story;
  tags(tags: { readonly reference: string; readonly on: IsoDate; readonly pillars: readonly Pillar[] }): Story;
  acts(action: ActionTold): Story;
  correctsAction(action: ActionTold): Story;
  withdrawsAction(withdrawal: { readonly action: string; readonly country: string; readonly on: IsoDate }): Story;
}

const referenceOf = (entry: string): string => entry.slice(0, 11);

const aboutEntry = ({ entry, on }: Entry) => ({
  reference: referenceOf(entry),
  country: entry.slice(0, 3),
  occurredOn: on,
});

const actionOf = ({
  action,
  on,
  serves,
  what = 'The government opened a second shelter with forty places.',
}: ActionTold) => ({
  actionId: action,
  country: serves[0]?.slice(0, 3),
  occurredOn: on,
  description: what,
  evidence: [{ kind: 'official_gazette', reference: 'Official Gazette 112' }],
  recommendations: serves,
});

export const recommendationStory = (tell: Tell, story: () => Story): RecommendationStory => {
  const told = (...event: Parameters<Tell>): Story => {
    tell(...event);
    return story();
  };
  return {
    answers: ({ response, ...entry }) =>
      told('GovernmentResponseRecorded', referenceOf(entry.entry), {
        ...aboutEntry(entry),
        responseId: entry.entry,
        response,
        comment: null,
        respondent: 'Ministry of Justice',
        recordedBy: embassyOfficer,
      }),
    assesses: ({ status, onActions = [], ...entry }) =>
      told('ImplementationAssessed', referenceOf(entry.entry), {
        ...aboutEntry(entry),
        assessmentId: entry.entry,
        reportingPeriod: reportingPeriodOf(entry.on),
        status,
        rationale: 'Judged on what was done in the period.',
        basis:
          onActions.length > 0
            ? { kind: 'concrete_actions', actions: onActions }
            : { kind: 'no_action_finding', finding: 'Nothing was found.' },
        assessedBy: lead,
      }),
    signsOff: (entry) =>
      told('AssessmentSignedOff', referenceOf(entry.entry), {
        ...aboutEntry(entry),
        assessmentId: entry.entry,
        signedOffBy: secondLead,
      }),
    closes: ({ reason = 'closed_overtaken', ...entry }) =>
      told('RecommendationClosed', referenceOf(entry.entry), {
        ...aboutEntry(entry),
        closureId: entry.entry,
        reason,
        explanation: 'Nothing remains to be done.',
        closedBy: lead,
      }),
    withdrawsEntry: (entry) =>
      told('EntryWithdrawn', referenceOf(entry.entry), {
        ...aboutEntry(entry),
        entryId: entry.entry,
        reason: 'Recorded in error.',
        withdrawnBy: lead,
      }),
    notesPace: ({ reference, on, pace, waitingOn = null }) =>
      told('PaceNoted', reference, {
        reference,
        country: reference.slice(0, 3),
        occurredOn: on,
        pace,
        waitingOn,
        notedBy: embassyOfficer,
      }),
    tags: ({ reference, on, pillars }) =>
      told('RecommendationTagged', reference, {
        reference,
        country: reference.slice(0, 3),
        occurredOn: on,
        pillars,
        standards: ['4(2)'],
        taggedBy: lead,
      }),
    acts: (action) =>
      told('ConcreteActionRecorded', action.action, { ...actionOf(action), reportedBy: embassyOfficer }),
    correctsAction: (action) =>
      told('ConcreteActionCorrected', action.action, {
        ...actionOf(action),
        reason: 'The day was wrong.',
        correctedBy: lead,
      }),
    withdrawsAction: ({ action, country, on }) =>
      told('ConcreteActionWithdrawn', action, {
        actionId: action,
        country,
        occurredOn: on,
        reason: 'It never happened.',
        withdrawnBy: lead,
      }),
  };
};
