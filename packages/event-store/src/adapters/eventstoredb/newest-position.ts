import type { Position } from '@demarche/contracts';
import type { AllStream } from './all-stream.ts';

/** Where our newest event stands. */
export interface NewestPosition {
  /** As the server has it now. */
  find(): Promise<Position>;
  /** What is known without asking, once it was found for the first time. */
  known(): Promise<Position>;
  /** A position that was seen. */
  learn(position: Position): void;
}

/** As many of the newest events of all are looked at first, from the end. */
const LOOKED_AT = 32;

/** So many are taken at once, where it must be looked for from the last known place on. */
const PAGE = 1_000;

/**
 * Our newest event is looked for among the newest of all. Where others have appended more than that since, it is looked
 * for from where it was last seen on, which the server does by its filter.
 */
export const newestPosition = (all: AllStream): NewestPosition => {
  let newest: Position = 0;
  let first: Promise<Position> | undefined;

  const learn = (position: Position) => {
    newest = Math.max(newest, position);
  };
  const find = async (): Promise<Position> => {
    const found = await all.newestAmong(LOOKED_AT);
    learn(found ? found.position : await lastAfter(newest));
    return newest;
  };
  const lastAfter = async (after: Position): Promise<Position> => {
    const page = await all.page(after, PAGE);
    const last = page.at(-1)?.position ?? after;
    return page.length < PAGE ? last : lastAfter(last);
  };

  return {
    find,
    learn,
    async known() {
      first ??= find().catch((error) => {
        first = undefined;
        throw error;
      });
      await first;
      return newest;
    },
  };
};
