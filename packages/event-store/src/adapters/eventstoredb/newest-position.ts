import type { Position } from '@demarche/contracts';
import type { AllStream } from './all-stream.ts';

/** Where our newest event stands. */
export interface NewestPosition {
  /** As the server has it now. */
  find(): Promise<Position>;
  /** A position that was seen. */
  learn(position: Position): void;
}

/** As many of the newest events of all are looked at first, from the end. */
const LOOKED_AT = 32;

/** So many are taken at once, where it must be looked for from the last known place on. */
const PAGE = 1_000;

/**
 * Our newest event is looked for among the newest of all. Where others have appended more than that since, it is looked
 * for from where it was last seen on, which the server does by its filter; from the beginning, where the whole log ends before
 * that, because it was restored from a backup.
 */
export const newestPosition = (all: Pick<AllStream, 'page' | 'newestAmong'>): NewestPosition => {
  let newest: Position = 0;

  const lastAfter = async (after: Position): Promise<Position> => {
    const page = await all.page(after, PAGE);
    const last = page.at(-1)?.position ?? after;
    return page.length < PAGE ? last : lastAfter(last);
  };

  return {
    async find() {
      const { ours, end } = await all.newestAmong(LOOKED_AT);
      newest = ours?.position ?? (await lastAfter(end < newest ? 0 : newest));
      return newest;
    },
    learn(position) {
      newest = Math.max(newest, position);
    },
  };
};
