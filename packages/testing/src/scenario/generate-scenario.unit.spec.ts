import { eventCatalogue, type RecordedEvent, readEvent, type TierPlacement } from '@demarche/contracts';
import { memoryEventStore } from '@demarche/event-store/memory';
import { describe, expect, test } from 'vitest';
import { appendScenario } from './append-scenario.ts';
import { demonstrationHistory } from './demonstration-history.ts';
import { generateScenario, type ScenarioOptions } from './generate-scenario.ts';
import { brokenRules } from './rule-book/broken-rules.ts';

interface Report {
  readonly country: string;
  readonly reportYear: number;
  readonly tier: TierPlacement;
}

const today = '2026-11-21';
const scenario = (options: Partial<ScenarioOptions> = {}): RecordedEvent[] => [
  ...generateScenario({ seed: 7, countries: 24, fromYear: 2013, toYear: 2026, today, ...options }),
];

describe.each([
  ['the demonstration', () => [...demonstrationHistory({ today })]],
  ['the demonstration, some months later', () => [...demonstrationHistory({ today: '2027-05-11' })]],
  ['the demonstration, days after a report', () => [...demonstrationHistory({ today: '2027-07-09' })]],
  ['a generated history', () => scenario()],
  ['a dense one, cut', () => scenario({ eventsTarget: 20_000 })],
])('%s', (_name, make) => {
  const events = make();

  test('holds nothing that the catalogue cannot read', () => {
    for (const { type, data, metadata } of events) {
      expect(() => readEvent({ type, data, schemaVersion: Number(metadata.schemaVersion) })).not.toThrow();
    }
  });

  test('holds nothing that a rule would have refused', () => {
    expect(brokenRules(events)).toEqual([]);
  });

  test('comes in recorded order, without a gap in any stream, and ends before its today', () => {
    const revisions = new Map<string, number>();
    events.forEach(({ stream, revision, position, metadata }, index) => {
      expect(position).toBe(index + 1);
      expect(revision).toBe((revisions.get(stream) ?? -1) + 1);
      expect(metadata.recordedAt >= (events[index - 1]?.metadata.recordedAt ?? '')).toBe(true);
      revisions.set(stream, revision);
    });
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
  });

  test('keeps the clock of the Watch List', () => {
    const years = new Map<string, number>();
    const reports = events.filter(({ type }) => type === 'CountryReportPublished').map(({ data }) => data as Report);
    for (const { country, tier } of reports.toSorted((one, other) => one.reportYear - other.reportYear)) {
      const count = tier.value === 'tier-2-watch-list' ? (years.get(country) ?? 0) + 1 : 0;
      years.set(country, count);
      expect(count).toBeLessThanOrEqual(3);
      expect(tier.waiver).toBe(count === 3);
    }
  });
});

test('the same seed makes the same history, another makes another', () => {
  expect(scenario()).toEqual(scenario());
  expect(scenario({ seed: 8 })[40]).not.toEqual(scenario()[40]);
});

test('187 countries have 187 names and codes that no country has', () => {
  const published = scenario({ countries: 187, fromYear: 2026 }).filter(
    ({ type }) => type === 'CountryReportPublished',
  );
  const named = published.map(({ data }) => data as { country: string; countryName: string });

  expect(new Set(named.map(({ countryName }) => countryName)).size).toBe(187);
  expect(new Set(named.map(({ country }) => country)).size).toBe(187);
  expect(named.every(({ country }) => /^X[A-Z]{2}$/.test(country))).toBe(true);
});

test('a target is met to the event, and the years go to the end', () => {
  const events = scenario({ countries: 187, density: 0.9, eventsTarget: 90_000 });

  expect(events).toHaveLength(90_000);
  expect(events.at(-1)?.metadata.recordedAt.slice(0, 4)).toBe('2026');
});

test('an action of February recorded in May is among them', () => {
  const late = scenario().filter(
    ({ type, data, metadata }) =>
      type === 'ConcreteActionRecorded' &&
      (data as { occurredOn: string }).occurredOn.slice(5, 7) === '02' &&
      metadata.recordedAt.slice(5, 7) === '05',
  );
  expect(late.length).toBeGreaterThan(0);
});

test('appended, it has the same positions and the same moments of record', async () => {
  const events = [...demonstrationHistory({ today })].slice(0, 1_500);
  const store = memoryEventStore();

  expect(await appendScenario(store, events)).toBe(1_500);
  expect(await store.readAll(0, 2_000)).toEqual(events);
  await expect(appendScenario(store, scenario().slice(0, 5))).resolves.toBe(5);
});

test('the demonstration holds every kind of event', () => {
  const types = new Set([...demonstrationHistory({ today })].map(({ type }) => type));
  expect(Object.keys(eventCatalogue).filter((type) => !types.has(type))).toEqual([]);
});
