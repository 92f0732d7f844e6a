import type { CommandAnswer, ProblemDocument } from '@demarche/contracts';
import type { Errand } from './errand.ts';

/** What came back over HTTP: the headers are what a client of the interface goes by. */
export interface Reply {
  readonly status: number;
  readonly location: string | null;
  readonly revision: number;
  readonly position: number;
  readonly answer: CommandAnswer;
}

export interface Refusal {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly problem: Pick<ProblemDocument, 'code' | 'detail'>;
}

/** A command that was answered as done: from then on its events must be on record, once, where the answer said. */
export interface Acknowledged {
  readonly key: string;
  readonly errand: Errand;
  readonly reply: Reply;
  /** How often nobody answered before somebody did. */
  readonly unanswered: number;
}

/** What was found to be wrong. None of these may ever occur. */
export interface Finding {
  readonly kind:
    | 'lost'
    | 'doubled'
    | 'elsewhere'
    | 'gap'
    | 'refused'
    | 'answered-otherwise'
    | 'damaged'
    | 'views-differ'
    | 'bus-differs'
    | 'ended';
  readonly what: string;
}
