import {
  type AssignFollowUp,
  type Command,
  type FollowUpAssigned,
  type FollowUpId,
  type FollowUpRequest,
  type IsoDate,
  type Officer,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import type { Engagement, EngagementRecord } from '../engagement.ts';
import { standing } from '../standing-engagement.ts';

export type AssignFollowUpCommand = Command<'assign-follow-up', AssignFollowUp>;

export const assignFollowUp = (
  command: AssignFollowUpCommand,
  state: Engagement,
): Decision<FollowUpAssigned, RejectionOf<typeof AssignFollowUp>> => {
  const record = standing(state);
  if (isRejected(record)) return record;
  return accept(...followUpsAssigned(record, [command], { assignedBy: command.officer, occurredOn: command.today }));
};

/** Follow-ups are numbered within their engagement, in the order in which they were recorded. */
export const followUpsAssigned = (
  { engagementId, content, followUps }: EngagementRecord,
  requests: readonly FollowUpRequest[],
  assignment: { readonly assignedBy: Officer; readonly occurredOn: IsoDate },
): FollowUpAssigned[] =>
  requests.map(({ what, owner, dueOn }, index) => ({
    type: 'FollowUpAssigned',
    data: {
      engagementId,
      followUpId: `${engagementId}-F${followUps.length + index + 1}` as FollowUpId,
      countries: content.countries,
      what,
      owner,
      dueOn,
      ...assignment,
    },
  }));
