import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventMetadata, streamName } from '@demarche/contracts';
import { memoryEventStore } from '@demarche/event-store/memory';
import { describe, expect, test } from 'vitest';
import { demonstrationMark } from './demonstration-mark.ts';
import { demonstrationWanted } from './demonstration-wanted.ts';
import { type PastAppend, seedDemonstration } from './seed-demonstration.ts';

const event = (index: number): PastAppend => ({
  stream: streamName('recommendation', `XKD-2026-${String(index % 90).padStart(2, '0')}`),
  events: [
    {
      eventId: `00000000-0000-8000-8000-${String(index).padStart(12, '0')}`,
      type: 'PaceNoted',
      data: { index },
      metadata: { recordedAt: '2026-01-01T00:00:00.000Z' } as EventMetadata,
    },
  ],
  expected: index < 90 ? 'no-stream' : Math.floor(index / 90) - 1,
});
const past = Array.from({ length: 450 }, (_, index) => event(index));

describe('a made-up past', () => {
  test('is put in in its order, and says how far it has come', async () => {
    const store = memoryEventStore();
    const told: string[] = [];
    await seedDemonstration(store, past, (done, of) => told.push(`${done} of ${of}`));

    const held = await store.readAll(0, 1_000);
    expect(held.map(({ data }) => (data as { index: number }).index)).toEqual(past.map((_, index) => index));
    expect(told).toEqual(['200 of 450', '400 of 450', '450 of 450']);
  });

  test('is gone on with after an interruption, and nothing is there twice', async () => {
    const store = memoryEventStore();
    await seedDemonstration(store, past.slice(0, 250), () => undefined);
    await seedDemonstration(store, past, () => undefined);

    expect(await store.head()).toBe(450);
  });

  test('is not forced upon another record', async () => {
    const store = memoryEventStore();
    const { stream, events } = event(3);
    await store.append(
      stream,
      [{ ...events[0], eventId: '11111111-0000-8000-8000-000000000000' } as never],
      'no-stream',
    );

    await expect(seedDemonstration(store, past, () => undefined)).rejects.toThrow('recommendation-XKD-2026-03');
  });
});

test.each([
  ['default', 'none', true, true],
  ['default', 'none', false, false],
  ['yes', 'none', true, true],
  ['no', 'none', true, false],
  ['no', 'filling', false, true],
  ['yes', 'filled', false, false],
] as const)('DEMARCHE_DEMO=%s with %s on record, empty %s: %s', (...[setting, state, empty, wanted]) => {
  expect(demonstrationWanted(setting, state, empty)).toBe(wanted);
});

test('asked for where a record of one’s own is, it is refused with a sentence', () => {
  expect(() => demonstrationWanted('yes', 'none', false)).toThrow(/holds a record of its own\. Choose another folder/);
});

test('the mark stays beside the data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demonstration-'));
  const mark = demonstrationMark(folder);

  expect(mark.read()).toBe('none');
  mark.write('filling');
  expect(mark.read()).toBe('filling');
  mark.write('filled');
  expect(demonstrationMark(folder).read()).toBe('filled');
});
