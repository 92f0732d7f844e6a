import type {
  Command,
  EngagementId,
  EngagementLogged,
  FollowUpAssigned,
  LogEngagement,
  PromiseMade,
  RecommendationRaised,
  RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, type Rejected, reject } from '@demarche/kernel';
import { followUpsAssigned } from '../assign-follow-up/assign-follow-up.ts';
import { contentOf, type Engagement, type EngagementRecord, newRecord } from '../engagement.ts';
import { recommendationRaised, refuseRaised } from '../raise-recommendation/raise-recommendation.ts';
import { promisesMade, refusePromise } from '../record-promise/record-promise.ts';
import { refuseContent } from '../refuse-content.ts';
import type { KnownRecommendations } from '../refuse-recommendations.ts';

/** The command with the reference that the engagement gets, and those of the recommendations it names that are on record. */
export type LogEngagementCommand = Command<'log-engagement', LogEngagement> & {
  readonly engagementId: EngagementId;
  readonly known: KnownRecommendations;
};
type Recorded = EngagementLogged | RecommendationRaised | PromiseMade | FollowUpAssigned;
type Refusal = Rejected<RejectionOf<typeof LogEngagement>>;

/** A meeting with all that came of it is one decision: it is on record whole, or not at all. */
export const logEngagement = (
  command: LogEngagementCommand,
  state: Engagement,
): Decision<Recorded, Refusal['code']> => {
  const logged = engagementLogged(command);
  const record = newRecord(logged);
  return (
    refuseTaken(command, state) ??
    refuseContent(record.content, command.today) ??
    refuseRaised(record, command.raised, command.known) ??
    refusePromises(command, record) ??
    accept<Recorded>(logged, ...whatCameOfIt(command, record))
  );
};

const refuseTaken = ({ engagementId }: LogEngagementCommand, state: Engagement): Refusal | undefined =>
  state.status === 'unknown'
    ? undefined
    : reject(
        'reference-taken',
        `By a rare chance the reference ${engagementId} belongs to another engagement already. Nothing was recorded: log it once more as a new entry.`,
      );

const refusePromises = ({ promises, known }: LogEngagementCommand, record: EngagementRecord): Refusal | undefined =>
  promises.map((promise) => refusePromise(record, promise, known)).find((refusal) => refusal !== undefined);

const engagementLogged = (command: LogEngagementCommand): EngagementLogged => ({
  type: 'EngagementLogged',
  data: { engagementId: command.engagementId, ...contentOf(command), loggedBy: command.officer },
});

const whatCameOfIt = ({ raised, promises, followUps, officer }: LogEngagementCommand, record: EngagementRecord) => [
  ...raised.map((request) => recommendationRaised(record, request, officer)),
  ...promisesMade(record, promises, officer),
  ...followUpsAssigned(record, followUps, { assignedBy: officer, occurredOn: record.content.occurredOn }),
];
