import type { CommandAnswer, CommandDefinition, CountryCode, RecommendationReference } from '@demarche/contracts';
import type { SeededRandom } from '@demarche/testing/scenario';

/** One command that a desk wants on record, and what it learns from the answer. */
export interface Errand {
  readonly definition: CommandDefinition;
  /** The id of a demonstration person. */
  readonly as: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly learn?: (answer: CommandAnswer) => void;
}

export interface Meeting {
  readonly engagementId: string;
  readonly raised: Set<RecommendationReference>;
}

/** What a desk knows to be on record, because it was told so. */
export interface DeskMemory {
  readonly country: CountryCode;
  readonly references: RecommendationReference[];
  readonly meetings: Meeting[];
  readonly followUps: { readonly engagementId: string; readonly followUpId: string }[];
  readonly promises: string[];
  readonly delivered: string[];
  readonly actions: Map<RecommendationReference, string>;
  readonly unsigned: Map<RecommendationReference, string>;
}

export interface Circumstances {
  readonly memory: DeskMemory;
  readonly random: SeededRandom;
}

/** Plans an errand of one kind, or says that there is nothing of the kind to do yet. */
export type Plan = (circumstances: Circumstances) => Errand | undefined;

export const LEAD = 'ines.okafor';
export const SECOND_LEAD = 'tomas.lindqvist';
export const EMBASSY_OFFICER = 'miriam.castellanos';

/** A country that every desk works on, so that their commands meet in the same streams. */
export const COMMON_COUNTRY = 'XKD' as CountryCode;
export const commonReferences = ['XKD-2025-01', 'XKD-2025-02'] as RecommendationReference[];

/** The entry that an event of this type made, by its reference. */
export const entryMadeBy = (answer: CommandAnswer, type: string): string | undefined =>
  answer.events.find((event) => event.type === type)?.entry ?? undefined;

export const pickFrom = <Item>(random: SeededRandom, items: Iterable<Item>): Item | undefined => {
  const all = [...items];
  return all.length === 0 ? undefined : random.pick(all);
};
