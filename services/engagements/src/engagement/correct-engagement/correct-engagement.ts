import { isDeepStrictEqual } from 'node:util';
import {
  type Command,
  type CorrectEngagement,
  countryOfRecommendation,
  type EngagementCorrected,
  type RejectionOf,
} from '@demarche/contracts';
import { accept, type Decision, isRejected, type Rejected, reject } from '@demarche/kernel';
import { contentOf, type Engagement, type EngagementRecord } from '../engagement.ts';
import { refuseContent } from '../refuse-content.ts';
import { standing } from '../standing-engagement.ts';

export type CorrectEngagementCommand = Command<'correct-engagement', CorrectEngagement>;
type Refusal = Rejected<RejectionOf<typeof CorrectEngagement>>;

export const correctEngagement = (
  command: CorrectEngagementCommand,
  state: Engagement,
): Decision<EngagementCorrected, Refusal['code']> => {
  const record = standing(state);
  if (isRejected(record)) return record;
  return (
    refuseContent(command, command.today) ??
    refuseLostCountry(command, record) ??
    refuseDueDates(command, record) ??
    refuseSame(command, record) ??
    accept(corrected(command))
  );
};

/** What was raised or promised stays on the record, and so must its country. */
const refuseLostCountry = ({ countries }: CorrectEngagementCommand, record: EngagementRecord): Refusal | undefined => {
  const raised = record.raised.find((reference) => !countries.includes(countryOfRecommendation(reference)));
  const promise = record.promises.find(({ country }) => !countries.includes(country));
  const [held, country] = raised
    ? [`${raised} was raised`, countryOfRecommendation(raised)]
    : [`${promise?.promiseId} was promised`, promise?.country];
  return country
    ? reject(
        'country-still-named',
        `${held} in ${record.engagementId}, so ${country} stays named in it. Put ${country} back, or withdraw the engagement and log it anew.`,
      )
    : undefined;
};

/** A promise moves with the day on which it was made, and cannot have been due before. */
const refuseDueDates = (
  { occurredOn }: CorrectEngagementCommand,
  { promises }: EngagementRecord,
): Refusal | undefined => {
  const early = promises.find(({ dueOn }) => dueOn !== null && dueOn < occurredOn);
  return early
    ? reject(
        'promise-due-before-made',
        `${early.promiseId} is due on ${early.dueOn} and cannot have been made on ${occurredOn}, after it. Check both days.`,
      )
    : undefined;
};

const refuseSame = (
  command: CorrectEngagementCommand,
  { engagementId, content }: EngagementRecord,
): Refusal | undefined =>
  isDeepStrictEqual(contentOf(command), content)
    ? reject('nothing-to-correct', `${engagementId} already reads exactly so. Change what is wrong, or leave it.`)
    : undefined;

const corrected = (command: CorrectEngagementCommand): EngagementCorrected => ({
  type: 'EngagementCorrected',
  data: {
    engagementId: command.engagementId,
    ...contentOf(command),
    reason: command.reason,
    correctedBy: command.officer,
  },
});
