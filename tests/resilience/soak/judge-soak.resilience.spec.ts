import { seededRandom } from '@demarche/testing/scenario';
import { describe, expect, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { seed } from '../seed.ts';
import { type Figure, judgeSoak, type Sample } from './judge-soak.ts';
import { soak } from './soak.ts';

const random = seededRandom(seed);
const noise = (size: number): number => (random.integer(0, 2_000) / 1_000 - 1) * size;

/** Twenty minutes, a sample every ten seconds, that wander about a level; some figures otherwise. */
const history = (others: Partial<Record<Figure, (at: number) => number>> = {}): Sample[] =>
  Array.from({ length: 120 }, (_, index) => {
    const at = index * 10;
    const plain = {
      heapMb: 80 + noise(3),
      rssMb: 400 + noise(15),
      readMedianMs: 12 + noise(4),
      readP99Ms: 90 + noise(60),
      writeMedianMs: 4 + noise(2),
      writeP99Ms: 30 + noise(20),
    };
    return {
      at,
      ...plain,
      ...Object.fromEntries(Object.entries(others).map(([name, of]) => [name, of(at) + noise(1)])),
    };
  });

const rising = (samples: readonly Sample[]): readonly Figure[] =>
  judgeSoak(samples)
    .filter(({ flat }) => !flat)
    .map(({ figure }) => figure);

describe('the judge of a soak', () => {
  test('calls what wanders about its level flat', () => {
    expect(rising(history())).toEqual([]);
  });

  test('does not mind what rises while caches fill, nor what falls', () => {
    const filling = (at: number): number => 80 - 40 * Math.exp(-at / 120);
    expect(rising(history({ heapMb: filling, readMedianMs: (at) => 40 - at / 60 }))).toEqual([]);
  });

  test('does not mind a moment that stands out', () => {
    expect(
      rising(history({ rssMb: (at) => (at % 300 === 0 ? 900 : 400), readP99Ms: (at) => (at === 1_190 ? 5_000 : 90) })),
    ).toEqual([]);
  });

  test.each<[string, Figure, (at: number) => number]>([
    ['a leak of a megabyte a minute', 'heapMb', (at) => 80 + at / 60],
    ['memory outside the heap that nobody gives back', 'rssMb', (at) => 400 + at / 12],
    ['reads that slow down', 'readMedianMs', (at) => 10 + at / 30],
    ['a tail of writes that grows', 'writeP99Ms', (at) => 30 + Math.max(0, at - 600) / 2],
  ])('finds %s', (_, figure, course) => {
    expect(rising(history({ [figure]: course }))).toEqual([figure]);
  });

  test('judges nothing from a few samples', () => {
    expect(() => judgeSoak(history().slice(0, 10))).toThrow('let it run longer');
  });
});

const tooLong = rounds({ short: 0, long: 1 }) === 0;
const reason = tooLong ? ' (skipped: it takes real minutes, and is for the long form)' : '';
describe.skipIf(tooLong)(`a soak of two minutes${reason}`, () => {
  test('is flat', async () => {
    const { trends, faults } = await soak({ minutes: 2, say: () => undefined });
    expect({ faults, rising: trends.filter(({ flat }) => !flat) }).toEqual({ faults: [], rising: [] });
  });

  test('is not flat when subscribers are never released', async () => {
    const leaking = new URL('./never-released.ts', import.meta.url);
    const { trends } = await soak({ minutes: 2, preload: leaking, say: () => undefined });
    expect(trends.filter(({ flat }) => !flat).map(({ figure }) => figure)).toContain('heapMb');
  });
});
