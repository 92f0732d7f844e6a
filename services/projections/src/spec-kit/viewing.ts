import {
  type AnswerTo,
  type At,
  type QueryName,
  type Question,
  queryCatalogue,
  type RecordedEvent,
} from '@demarche/contracts';
import type { Tables } from '../engine/open-view-database.ts';
import { openViewFile, type ViewFile } from '../engine/view-file.ts';
import { projectors } from '../projectors.ts';
import { createQueryClient } from '../query-api/create-query-client.ts';

type QuestionTo<Name extends QueryName> = Extract<Question, { query: Name }>['arguments'];

/** All views in memory, with some events taken, and a clock that stands still. */
export interface Viewing {
  readonly file: ViewFile;
  /** Asks one question, and holds the answer against the contract. */
  ask<Name extends QueryName>(query: Name, question: QuestionTo<Name>, at?: At): Promise<AnswerTo<Name>>;
  take(events: readonly RecordedEvent[]): void;
}

export const viewing = (events: readonly RecordedEvent[], today: string, tables?: Tables): Viewing => {
  const file = openViewFile(':memory:', projectors, tables);
  const take = (more: readonly RecordedEvent[]): void => {
    file.apply(more);
    const parked = file.read(({ prepare }) =>
      prepare('SELECT view, event_type, reason FROM engine_parked_stream').all(),
    );
    if (parked.length > 0) throw new Error(`The views could not take everything: ${JSON.stringify(parked)}`);
  };
  take(events);
  const client = createQueryClient({
    views: file,
    projections: {
      waitFor: async (position) => file.checkpoint() >= position,
      status: () => Promise.reject(new Error('Ask the module for its status.')),
    },
    clock: { now: () => `${today}T12:00:00.000Z` },
  });
  return {
    file,
    take,
    async ask(query, question, at = {}) {
      const { results } = await client.ask([{ query, arguments: question } as Question], { at });
      queryCatalogue[query].result.parse(results[0]);
      return results[0] as AnswerTo<typeof query>;
    },
  };
};
