import type { Connection, Engagement, FollowUp } from '../../graphql/answers.ts';
import { EngagementFields } from '../../graphql/fragments/engagement.ts';
import type { KnownToday } from '../../words/why-not-held.ts';

export const EngagementDocument = /* GraphQL */ `
  ${EngagementFields}
  query Engagement($id: EngagementId!, $at: AtInput, $minPosition: Position) {
    engagement(id: $id, at: $at, minPosition: $minPosition) { ...EngagementFields }
    today: engagement(id: $id) { recordedAt happenedOn: occurredOn }
  }`;

export type EngagementHeld = Omit<Engagement, 'followUps'> & {
  readonly followUps: Pick<Connection<FollowUp>, 'nodes'>;
};

export interface EngagementAnswer {
  readonly engagement: EngagementHeld | null;
  readonly today: KnownToday | null;
}
