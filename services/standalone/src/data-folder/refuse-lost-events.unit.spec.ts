import { expect, test } from 'vitest';
import { refuseLostEvents } from './refuse-lost-events.ts';

const folder = { eventsFile: '/data/events.sqlite', viewsFile: '/data/views/views.sqlite' };

test.each([
  ['nothing was read yet', { record: 7, views: null }],
  ['the views are behind', { record: 7, views: 3 }],
  ['the views have read everything', { record: 7, views: 7 }],
])('given %s, then the start goes on', (_, ends) => {
  expect(() => refuseLostEvents(folder, ends)).not.toThrow();
});

test('given the views know more than the record, then the start says what was lost and what to do', () => {
  expect(() => refuseLostEvents(folder, { record: 7, views: 9 })).toThrow(
    /ends with event 7, but Demarche had recorded 9: .* "demarche restore"; or, .* delete the folder \/data\/views and/,
  );
});
