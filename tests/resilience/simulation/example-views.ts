import type { RecordedEvent } from '@demarche/contracts';
import { eventCatalogue } from '@demarche/contracts';
import type { Projector } from '@demarche/projections/engine';

const everything = Object.keys(eventCatalogue) as Projector['handles'];

/** Every event at its position. */
const journal: Projector = {
  view: 'journal',
  version: 1,
  schema: 'CREATE TABLE journal (position INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT;',
  handles: everything,
  project({ prepare }, { position, eventId }) {
    prepare('INSERT INTO journal VALUES (?, ?)').run(position, eventId);
  },
};

/** For each stream what came last and how much came before it: an event that is missing, doubled or out of order shows. */
const lastWord: Projector = {
  view: 'last_word',
  version: 1,
  schema: 'CREATE TABLE last_word (stream TEXT PRIMARY KEY, event TEXT NOT NULL, words INTEGER NOT NULL) STRICT;',
  handles: everything,
  project({ prepare }, { stream, eventId }) {
    prepare(
      'INSERT INTO last_word VALUES (?1, ?2, 1) ON CONFLICT DO UPDATE SET event = event || ?2, words = words + 1',
    ).run(stream, eventId.slice(-6));
  },
};

/** Two views small enough to be built ten thousand times. */
export const exampleViews: readonly Projector[] = [journal, lastWord];

/** The same views, by the plainest means. */
export const naiveViews = (events: readonly RecordedEvent[]) => {
  const words = new Map<string, { event: string; words: number }>();
  for (const { stream, eventId } of events) {
    const before = words.get(stream) ?? { event: '', words: 0 };
    words.set(stream, { event: before.event + eventId.slice(-6), words: before.words + 1 });
  }
  return {
    journal: events.map(({ position, eventId }) => ({ position, event: eventId })),
    lastWord: [...words].map(([stream, row]) => ({ stream, ...row })).sort((a, b) => (a.stream < b.stream ? -1 : 1)),
  };
};
