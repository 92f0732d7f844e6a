import type { EntryId, ImplementationStatus, Officer, RecommendationReference } from '@demarche/contracts';
import type { Day } from './calendar.ts';
import type { CountryProfile } from './country-profile.ts';
import type { Ledger } from './ledger.ts';
import type { References } from './references.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Topic } from './topics/index.ts';

/** One thing asked of one country over the years, in words that change a little. */
export interface Request {
  readonly topic: Topic;
  /** Which of the topic's wordings is in use. */
  wording: number;
  /** How far the government has come: 0 nothing, 1 initial steps, 2 partly, 3 implemented. */
  level: 0 | 1 | 2 | 3;
  /** The report year in which it was first asked; while `pinned`, it is never dropped. */
  readonly since: number;
  readonly pinned: boolean;
  issued: Issued | undefined;
}

/** A request in one year's report, with the numbers given on its record so far. */
export interface Issued {
  readonly reference: RecommendationReference;
  readonly request: Request;
  responses: number;
  assessments: number;
  /** When something was last recorded on it. */
  lastAt: number;
  closed: boolean;
}

/** A report's time: from its release until the next one, or until the last day of record. */
export interface Cycle {
  readonly reportYear: number;
  /** The day on which the report was brought in: what is told of its recommendations happened after it. */
  readonly heldFrom: Day;
  /** When the report was brought in. */
  readonly recordedAt: number;
  /** The last day of the cycle. */
  readonly lastDay: Day;
  readonly newest: boolean;
  readonly issued: readonly Issued[];
  /** What the present demands of each recommendation; empty where chance decides. */
  readonly demanded: readonly ImplementationStatus[];
}

/** Everything that a part of the generator needs to tell a country's history. */
export interface CountryHistory {
  readonly profile: CountryProfile;
  readonly random: SeededRandom;
  readonly ledger: Ledger;
  readonly references: References;
  readonly leads: readonly [Officer, Officer];
  /** How much is recorded, 1 being what an office of this size would. */
  readonly density: number;
  /** The last day on which anything is recorded. */
  readonly today: Day;
}

export const entryIdOf = (reference: RecommendationReference, letter: 'R' | 'A' | 'C', number: number): EntryId =>
  `${reference}-${letter}${number}` as EntryId;
