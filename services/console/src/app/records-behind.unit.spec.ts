import { expect, test } from 'vitest';
import { recordsBehind } from './records-behind.ts';

test('a record that several views could not take is counted once, since the first time', () => {
  const parked = [
    { stream: 'recommendation-XKD-2024-01', since: '2026-09-02T09:00:00.000Z', view: 'timeline' },
    { stream: 'recommendation-XKD-2024-01', since: '2026-09-01T09:00:00.000Z', view: 'records' },
    { stream: 'action-ACT-7F3K-2Q9X', since: '2026-09-03T09:00:00.000Z', view: 'timeline' },
  ];
  expect(recordsBehind(parked)).toEqual([
    { stream: 'recommendation-XKD-2024-01', since: '2026-09-01T09:00:00.000Z' },
    { stream: 'action-ACT-7F3K-2Q9X', since: '2026-09-03T09:00:00.000Z' },
  ]);
});
