import type { Command, CompleteFollowUp, FollowUpCompleted, RejectionOf } from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import type { Engagement, EngagementRecord } from '../engagement.ts';
import { standing } from '../standing-engagement.ts';

export type CompleteFollowUpCommand = Command<'complete-follow-up', CompleteFollowUp>;
type Refusal = Rejected<RejectionOf<typeof CompleteFollowUp>>;

export const completeFollowUp = (
  command: CompleteFollowUpCommand,
  state: Engagement,
): Decision<FollowUpCompleted, Refusal['code']> => {
  const record = standing(state);
  if (isRejected(record)) return record;
  return refuseFollowUp(command, record) ?? accept(completed(command, record));
};

const refuseFollowUp = (
  { followUpId, engagementId, occurredOn, today }: CompleteFollowUpCommand,
  { followUps }: EngagementRecord,
): Refusal | undefined => {
  const entry = followUps.find((followUp) => followUp.followUpId === followUpId);
  if (!entry) {
    return reject(
      'follow-up-unknown',
      `${followUpId} is not on the record of ${engagementId}. Choose one of its follow-ups.`,
    );
  }
  if (entry.status === 'done') {
    return reject(
      'follow-up-done',
      `${followUpId} was done on ${entry.on}. Nothing is left to mark; assign another if there is more to do.`,
    );
  }
  return occurredOn > today
    ? reject('occurred-in-the-future', `${occurredOn} lies in the future. Mark the follow-up once it is done.`)
    : undefined;
};

const completed = (
  { followUpId, occurredOn, outcome, officer }: CompleteFollowUpCommand,
  { engagementId, content }: EngagementRecord,
): FollowUpCompleted => ({
  type: 'FollowUpCompleted',
  data: { engagementId, followUpId, countries: content.countries, occurredOn, outcome, completedBy: officer },
});
