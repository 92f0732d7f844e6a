import type { IsoDate, Pillar, Reception } from '@demarche/contracts';
import type { Story, Tell } from './story.ts';
import { embassyOfficer, lead } from './story-persons.ts';

interface EngagementTold {
  readonly engagement: string;
  readonly on: IsoDate;
  readonly countries: readonly string[];
  readonly summary?: string;
  readonly pillars?: readonly Pillar[];
}

export interface EngagementStory {
  engages(engagement: EngagementTold): Story;
  correctsEngagement(engagement: EngagementTold): Story;
  withdrawsEngagement(withdrawal: {
    readonly engagement: string;
    readonly countries: readonly string[];
    readonly on: IsoDate;
  }): Story;
  raises(raised: {
    readonly engagement: string;
    readonly on: IsoDate;
    readonly reference: string;
    readonly reception?: Reception;
  }): Story;
  promises(promise: {
    /** `ENG-7F3K-2Q9X-P1`. */
    readonly promise: string;
    readonly on: IsoDate;
    readonly country: string;
    readonly due?: IsoDate;
    readonly serves?: readonly string[];
    readonly wording?: string;
  }): Story;
  assigns(followUp: {
    /** `ENG-7F3K-2Q9X-F1`. */
    readonly followUp: string;
    readonly on: IsoDate;
    readonly countries: readonly string[];
    readonly due?: IsoDate;
    readonly what?: string;
  }): Story;
  completes(followUp: {
    readonly followUp: string;
    readonly on: IsoDate;
    readonly countries: readonly string[];
  }): Story;
}

/** `ENG-7F3K-2Q9X-P1` was made in `ENG-7F3K-2Q9X`. */
const engagementOf = (id: string): string => id.slice(0, 13);

const contentOf = ({
  engagement,
  on,
  countries,
  summary = 'We asked when the draft goes to parliament.',
  pillars = [],
}: EngagementTold) => ({
  engagementId: engagement,
  occurredOn: on,
  countries,
  post: 'Embassy Kald City',
  place: 'Kald City',
  theirParticipants: [{ name: 'Oriel Vance', title: 'Deputy Minister', body: 'Ministry of Justice' }],
  pillars,
  summary,
});

export const engagementStory = (tell: Tell, story: () => Story): EngagementStory => {
  const told = (...event: Parameters<Tell>): Story => {
    tell(...event);
    return story();
  };
  return {
    engages: (engagement) =>
      told('EngagementLogged', engagement.engagement, { ...contentOf(engagement), loggedBy: embassyOfficer }),
    correctsEngagement: (engagement) =>
      told('EngagementCorrected', engagement.engagement, {
        ...contentOf(engagement),
        reason: 'The day was wrong.',
        correctedBy: embassyOfficer,
      }),
    withdrawsEngagement: ({ engagement, countries, on }) =>
      told('EngagementWithdrawn', engagement, {
        engagementId: engagement,
        countries,
        occurredOn: on,
        reason: 'Logged twice.',
        withdrawnBy: lead,
      }),
    raises: ({ engagement, on, reference, reception = 'acknowledged' }) =>
      told('RecommendationRaised', engagement, {
        engagementId: engagement,
        reference,
        country: reference.slice(0, 3),
        occurredOn: on,
        deliveryForm: 'oral',
        reception,
        note: null,
        raisedBy: embassyOfficer,
      }),
    promises: ({
      promise,
      on,
      country,
      due = null,
      serves = [],
      wording = 'Send the recruitment-fee law to parliament.',
    }) =>
      told('PromiseMade', engagementOf(promise), {
        engagementId: engagementOf(promise),
        promiseId: promise,
        country,
        occurredOn: on,
        wording,
        dueOn: due,
        responsibleBody: 'Ministry of Labour',
        madeBy: 'Oriel Vance',
        recommendations: serves,
        recordedBy: embassyOfficer,
      }),
    assigns: ({ followUp, on, countries, due = null, what = 'Send the model law.' }) =>
      told('FollowUpAssigned', engagementOf(followUp), {
        engagementId: engagementOf(followUp),
        followUpId: followUp,
        countries,
        occurredOn: on,
        what,
        owner: 'Mara Lindqvist',
        dueOn: due,
        assignedBy: embassyOfficer,
      }),
    completes: ({ followUp, on, countries }) =>
      told('FollowUpCompleted', engagementOf(followUp), {
        engagementId: engagementOf(followUp),
        followUpId: followUp,
        countries,
        occurredOn: on,
        outcome: 'Sent and received.',
        completedBy: embassyOfficer,
      }),
  };
};
