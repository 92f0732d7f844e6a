import type { EngagementLogged, ImplementationAssessed, PromiseMade, RecordedEvent } from '@demarche/contracts';
import { expect, test } from 'vitest';
import { demonstrationHistory } from './demonstration-history.ts';

const ofKaldara = (today: string): readonly RecordedEvent[] =>
  [...demonstrationHistory({ today })].filter(({ data }) => JSON.stringify(data).includes('"XKD"'));

const dataOf = <Event extends { type: string; data: unknown }>(
  events: readonly RecordedEvent[],
  type: Event['type'],
): readonly Event['data'][] => events.filter((event) => event.type === type).map(({ data }) => data);

/** Whatever the day, Kaldara stands as the sketches of the console have it. */
test.each(['2026-11-21', '2027-02-03'])('on %s Kaldara was met 212 days ago and is late with two promises', (today) => {
  const events = ofKaldara(today);
  const meetings = dataOf<EngagementLogged>(events, 'EngagementLogged').map(({ occurredOn }) => occurredOn);
  const ended = new Set(
    events.flatMap(({ type, data }) =>
      /^Commitment(Fulfilled|Lapsed|Withdrawn)$/.test(type) ? [(data as { commitmentId: string }).commitmentId] : [],
    ),
  );
  const open = dataOf<PromiseMade>(events, 'PromiseMade').filter(({ promiseId }) => !ended.has(promiseId));

  expect(Date.parse(today) - Date.parse(meetings.toSorted().at(-1) ?? '')).toBe(212 * 86_400_000);
  expect(open.map(({ dueOn }) => (Date.parse(today) - Date.parse(dueOn ?? '')) / 86_400_000)).toEqual([21, 6]);
});

test('this year’s recommendations stand as the sketch counts them', () => {
  const newest = new Map(
    dataOf<ImplementationAssessed>(ofKaldara('2026-11-21'), 'ImplementationAssessed')
      .filter(({ reference }) => reference.startsWith('XKD-2026'))
      .map(({ reference, status }) => [reference as string, status as string]),
  );
  const count = (status: string): number => [...newest.values()].filter((value) => value === status).length;

  expect(['implemented', 'partially_implemented', 'initial_steps', 'not_started'].map(count)).toEqual([1, 2, 4, 3]);
  expect(newest.get('XKD-2026-01')).toBe('initial_steps');
});
