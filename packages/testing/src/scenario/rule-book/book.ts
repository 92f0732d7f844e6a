import type { ConcreteActionRecorded, EventType, RecordableEvent } from '@demarche/contracts';

export type Data<Type extends EventType> = Extract<RecordableEvent, { type: Type }>['data'];

interface StandingAssessment {
  readonly id: string;
  readonly status: string;
  readonly assessor: string;
  signedOff: boolean;
}

export interface StandingCommitment {
  readonly madeOn: string;
  readonly dueOn: string | null;
  readonly countries: readonly string[];
  delivery: string;
  ended: boolean;
}

/** What stands on record so far, as far as a rule asks for it. */
export interface Book {
  readonly issuedOn: Map<string, string>;
  readonly actions: Map<string, ConcreteActionRecorded['data'] & { withdrawn?: boolean }>;
  readonly assessments: Map<string, StandingAssessment>;
  readonly closed: Set<string>;
  readonly commitments: Map<string, StandingCommitment>;
  /** The open follow-ups of each engagement. */
  readonly engagements: Map<string, Set<string>>;
}

/** Enters an event in the book and answers what a rule has against it. */
export type Judge<Type extends EventType> = (book: Book, data: Data<Type>) => string | undefined;
export type Judges = { readonly [Type in EventType]?: Judge<Type> };

export const emptyBook = (): Book => ({
  issuedOn: new Map(),
  actions: new Map(),
  assessments: new Map(),
  closed: new Set(),
  commitments: new Map(),
  engagements: new Map(),
});

/** The first of the faults that applies. */
export const firstFault = (...faults: readonly (readonly [boolean, string])[]): string | undefined =>
  faults.find(([applies]) => applies)?.[1];
