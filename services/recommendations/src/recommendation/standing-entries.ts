import type { EntryId } from '@demarche/contracts';
import type { AssessmentEntry, ClosureEntry, Entry, RecommendationRecord } from './recommendation.ts';

/** Entries that were not withdrawn. */
const standing = <Kind extends Entry['kind']>({ entries }: RecommendationRecord, kind: Kind) =>
  entries.filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind && !entry.withdrawn);

/** The closure that holds now, if one does. */
export const standingClosure = (record: RecommendationRecord): ClosureEntry | undefined =>
  standing(record, 'closure').at(-1);

/** The assessment that holds now: the newest by the day it holds for, among equal days the one recorded last. */
export const standingAssessment = (record: RecommendationRecord): AssessmentEntry | undefined =>
  standing(record, 'assessment').reduce<AssessmentEntry | undefined>(
    (newest, entry) => (newest && newest.occurredOn > entry.occurredOn ? newest : entry),
    undefined,
  );

const letters = { response: 'R', assessment: 'A', closure: 'C' } as const;

/** The number of the next entry of a kind; withdrawn entries keep theirs. */
export const nextEntryId = (record: RecommendationRecord, kind: Entry['kind']): EntryId => {
  const count = record.entries.filter((entry) => entry.kind === kind).length;
  return `${record.reference}-${letters[kind]}${count + 1}` as EntryId;
};
