import type { Position, RecordedEvent } from '@demarche/contracts';
import { describe, expect, test } from 'vitest';
import { exampleEvent, exampleStream } from '../../spec-kit/example-event.ts';
import type { AllStream } from './all-stream.ts';
import { newestPosition } from './newest-position.ts';

/** A log in memory: at some of its positions stand events of ours, at the others those of somebody else. */
const logOf = () => {
  let [ours, end]: [readonly Position[], Position] = [[], 0];
  const eventAt = (position: Position): RecordedEvent => ({
    ...exampleEvent(),
    stream: exampleStream(),
    revision: 0,
    position,
  });
  const all: Pick<AllStream, 'page' | 'newestAmong'> = {
    page: async (after, limit) =>
      ours
        .filter((position) => position > after)
        .slice(0, limit)
        .map(eventAt),
    newestAmong: async (count) => {
      const newest = ours.filter((position) => position > end - count).at(-1);
      return { ours: newest === undefined ? undefined : eventAt(newest), end };
    },
  };
  const holds = (positions: readonly Position[], upTo: Position) => {
    [ours, end] = [positions, upTo];
  };
  return { all, holds };
};

describe('where our newest event stands', () => {
  const begin = async (positions: readonly Position[], end: Position) => {
    const log = logOf();
    const newest = newestPosition(log.all);
    log.holds(positions, end);
    return { ...log, newest, first: await newest.find() };
  };

  test.each<[string, readonly Position[], Position, Position]>([
    ['nothing is there', [], 0, 0],
    ['it is among the newest', [10, 990], 1_000, 990],
    ['others have appended much since', [10, 990], 5_000, 990],
  ])('%s', async (_, positions, end, expected) => {
    expect((await begin(positions, end)).first).toBe(expected);
  });

  test.each<[string, readonly Position[], Position, Position]>([
    ['others have gone on', [10, 1_000], 5_000, 1_000],
    ['so have we, and then others', [10, 1_000, 1_500], 9_000, 1_500],
    ['the log was restored from a backup that ends with ours', [10, 500], 500, 500],
    ['the log was restored from a backup that ends with those of others', [10], 400, 10],
    ['the log was restored from a backup with nothing of ours', [], 400, 0],
  ])('once it was found: %s', async (_, positions, end, expected) => {
    const { holds, newest } = await begin([10, 1_000], 1_000);
    holds(positions, end);
    expect([await newest.find(), await newest.find()]).toEqual([expected, expected]);
  });
});
