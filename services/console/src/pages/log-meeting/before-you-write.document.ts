import type { Commitment, Engagement, FollowUp, Recommendation } from '../../graphql/answers.ts';

/** What one would look up anyway before writing. */
export const BeforeYouWriteDocument = /* GraphQL */ `
  query BeforeYouWrite($code: CountryCode!, $minPosition: Position) {
    country(code: $code, minPosition: $minPosition) {
      name reportYear
      recommendations(first: 200) { nodes { reference ordinal text recordState } }
      engagements(first: 5) { nodes { engagementId occurredOn theirParticipants { name title body } raised { reference reception } } }
      commitments(first: 20, filter: { kinds: [PROMISE], states: [OPEN] }) { nodes { commitmentId wording dueOn overdue madeBy responsibleBody } }
      followUps(first: 20) { nodes { followUpId engagementId what owner dueOn overdue } }
    }
  }`;

export interface KnownBefore {
  readonly name: string;
  readonly reportYear: number | null;
  readonly recommendations: {
    readonly nodes: ReadonlyArray<Pick<Recommendation, 'reference' | 'ordinal' | 'text' | 'recordState'>>;
  };
  readonly engagements: {
    readonly nodes: ReadonlyArray<
      Pick<Engagement, 'engagementId' | 'occurredOn' | 'theirParticipants'> & {
        readonly raised: ReadonlyArray<Pick<Engagement['raised'][number], 'reference' | 'reception'>>;
      }
    >;
  };
  readonly commitments: {
    readonly nodes: ReadonlyArray<
      Pick<Commitment, 'commitmentId' | 'wording' | 'dueOn' | 'overdue' | 'madeBy' | 'responsibleBody'>
    >;
  };
  readonly followUps: {
    readonly nodes: ReadonlyArray<
      Pick<FollowUp, 'followUpId' | 'engagementId' | 'what' | 'owner' | 'dueOn' | 'overdue'>
    >;
  };
}

export interface BeforeYouWriteAnswer {
  readonly country: KnownBefore | null;
}
