import type {
  AssessedStatus,
  CountryCode,
  ImplementationStatus,
  Officer,
  Participant,
  Tier,
} from '@demarche/contracts';

/** A fictional country: who it is, and what its history is to look like. */
export interface CountryProfile {
  readonly code: CountryCode;
  readonly name: string;
  readonly capital: string;
  /** Regions, for shelters and registries. */
  readonly places: readonly string[];
  readonly officials: readonly Participant[];
  /** The embassy officer who reports on it. */
  readonly officer: Officer;
  /** One tier a report year, the newest last. */
  readonly tiers: readonly Tier[];
  readonly present?: PresentState;
}

/** Where a country of the demonstration stands today, to the day. */
export interface PresentState {
  /** How the recommendations of the newest report are assessed today; one entry for each. What heads the list has the first ones in order, the rest fall by chance. */
  readonly statuses: readonly (AssessedStatus | Extract<ImplementationStatus, 'not_assessed'>)[];
  readonly lastMeetingDaysAgo: number;
  /** Days until each open promise is due; negative when it is overdue. */
  readonly openPromisesDueIn: readonly number[];
  readonly openFollowUpsDueIn: readonly number[];
  /** What heads the list, by the topic's short name, and for how many years it has been asked. */
  readonly headed?: readonly { readonly topic: string; readonly years: number }[];
  /** A differing text of the newest report waits for a decision. */
  readonly rewordingWaits?: boolean;
}
