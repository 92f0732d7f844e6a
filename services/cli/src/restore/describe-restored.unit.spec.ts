import { expect, test } from 'vitest';
import { describeRestored } from './describe-restored.ts';

const restored = {
  folder: '/srv/demarche',
  keptAside: '/srv/demarche/replaced-2026-11-22',
  ownViews: true,
  manifest: { events: 1_200, takenAt: '2026-11-21T09:30:00.000Z' },
};

test('given the views lie with the record, then Demarche is only to be started', () => {
  expect(describeRestored(restored)).toEqual([
    'Restored 1,200 events, as they were at 2026-11-21T09:30:00.000Z, into /srv/demarche.',
    'What was there before is kept in /srv/demarche/replaced-2026-11-22.',
    'Start Demarche again: it makes its views anew first. Whoever was signed in may have to choose again who they are.',
  ]);
});

test('given views and bus are elsewhere, then both are to be deleted before anything starts', () => {
  const [, first, views, bus, last] = describeRestored({ ...restored, keptAside: null, ownViews: false });
  expect(first).toContain('before any of them starts');
  expect(views).toContain('DEMARCHE_VIEWS');
  expect(bus).toContain('nats stream rm DEMARCHE');
  expect(last).toMatch(/^Then start Demarche again\. It makes its views anew/);
});
