import {
  type Command,
  countryOfRecommendation,
  type RecommendationTagged,
  type RejectionOf,
  type TagRecommendation,
} from '@demarche/contracts';
import { accept, type Decision, isRejected } from '@demarche/kernel';
import { onRecord } from '../open-recommendation.ts';
import type { Recommendation, RecommendationRecord } from '../recommendation.ts';

export type TagRecommendationCommand = Command<'tag-recommendation', TagRecommendation>;

/** The tags given replace those before; the same tags again change nothing. */
export const tagRecommendation = (
  command: TagRecommendationCommand,
  state: Recommendation,
): Decision<RecommendationTagged, RejectionOf<typeof TagRecommendation>> => {
  const record = onRecord(state);
  if (isRejected(record)) return record;
  return sameTags(command, record) ? accept() : accept(tagged(command));
};

const sameTags = (command: TagRecommendationCommand, record: RecommendationRecord): boolean =>
  sameSet(command.pillars, record.pillars) && sameSet(command.standards, record.standards);

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code));

const tagged = (command: TagRecommendationCommand): RecommendationTagged => ({
  type: 'RecommendationTagged',
  data: {
    reference: command.reference,
    country: countryOfRecommendation(command.reference),
    occurredOn: command.today,
    pillars: command.pillars,
    standards: command.standards,
    taggedBy: command.officer,
  },
});
