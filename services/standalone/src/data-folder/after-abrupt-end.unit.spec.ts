import { memoryEventStore } from '@demarche/event-store/memory';
import { appendStory, aStory } from '@demarche/testing';
import { expect, test } from 'vitest';
import { afterAbruptEnd } from './after-abrupt-end.ts';

test('given a record, then its end is named, and what to do with what was never answered', async () => {
  const store = memoryEventStore();
  await appendStory(store, aStory().recordedOn('2026-07-01').publishes({ country: 'XKD', year: 2026 }).events());

  expect(await afterAbruptEnd(store)).toMatch(
    /is on record, up to event 1 of 2026-07-01 12:00:00 UTC\. .* send it again/,
  );
});

test('given nothing was recorded yet, then that is said', async () => {
  expect(await afterAbruptEnd(memoryEventStore())).toMatch(/is on record, which is nothing yet\./);
});
