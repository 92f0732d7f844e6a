import { type EventMetadata, PaceNoted, type RecordedEvent, streamName } from '@demarche/contracts';
import type { EventStore, NewEvent } from '@demarche/event-store';
import { exampleEvent } from '@demarche/event-store/contract';
import type { Projector } from '../projector.ts';

/** What was noted about a recommendation, in the order told. `KAL-2024-01` is short for a stream of its own. */
export const paceNote = (reference: string, note: string, metadata: Partial<EventMetadata> = {}): NewEvent => {
  const data = PaceNoted.data.parse({
    reference,
    country: reference.slice(0, 3),
    occurredOn: '2025-02-03',
    note,
    notedBy: { id: 'amara.okoye', name: 'Amara Okoye', role: 'embassy_officer', post: 'Embassy Kaldara' },
  });
  const event = exampleEvent(data);
  return { ...event, type: 'PaceNoted', metadata: { ...event.metadata, ...metadata } };
};

/** Records notes in the order given, each in the stream of its recommendation. */
/** So many notes on one recommendation, each saying which it is. */
export const notes = (count: number, reference = 'XKD-2024-01'): readonly NewEvent[] =>
  Array.from({ length: count }, (_, index) => paceNote(reference, `note ${index + 1}`));

export const recordNotes = async (store: EventStore, notes: readonly NewEvent[]): Promise<void> => {
  for (const note of notes) {
    const stream = streamName('recommendation', (note.data as PaceNoted['data']).reference);
    const head = (await store.readStream(stream)).at(-1)?.revision ?? 'no-stream';
    await store.append(stream, [note], head);
  }
};

/** Notes as a store would deliver them from a position on, without a store. */
export const delivered = (notes: readonly NewEvent[], from = 1): readonly RecordedEvent[] => {
  const revisions = new Map<string, number>();
  return notes.map((note, index) => {
    const stream = streamName('recommendation', (note.data as PaceNoted['data']).reference);
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return { ...note, stream, revision, position: from + index };
  });
};

export interface Tally {
  readonly reference: string;
  readonly notes: number;
  readonly latest: string;
}

/** How many notes a recommendation has, and the latest. Chokes on the word given. */
export const tallyProjector = (chokesOn = 'nothing', version = 1): Projector => ({
  view: 'tally',
  version,
  schema: 'CREATE TABLE tally (reference TEXT PRIMARY KEY, notes INTEGER NOT NULL, latest TEXT NOT NULL) STRICT;',
  handles: ['PaceNoted'],
  project({ prepare, changed }, { event }) {
    if (event.type !== 'PaceNoted') return;
    const { reference, country, note } = event.data;
    prepare(`INSERT INTO tally VALUES (?1, 1, ?2) ON CONFLICT DO UPDATE SET notes = notes + 1, latest = ?2`).run(
      reference,
      note ?? '',
    );
    if (note === chokesOn) throw new Error(`Cannot count "${note}"`);
    changed(reference, [country]);
  },
});

/** Every note by its position. It takes whatever comes. */
export const journalProjector = (version = 1): Projector => ({
  view: 'journal',
  version,
  schema: `CREATE TABLE journal (position INTEGER PRIMARY KEY, reference TEXT NOT NULL, note TEXT NOT NULL) STRICT;
    CREATE VIRTUAL TABLE journal_text USING fts5(note);`,
  handles: ['PaceNoted'],
  project({ prepare }, { event, position }) {
    if (event.type !== 'PaceNoted') return;
    prepare('INSERT INTO journal VALUES (?, ?, ?)').run(position, event.data.reference, event.data.note ?? '');
    prepare('INSERT INTO journal_text (note) VALUES (?)').run(event.data.note ?? '');
  },
});

/** Which example views, in words that a thread can be told. */
export interface ExampleViews {
  readonly chokesOn?: string;
  /** Whether what the tally takes looks up rows of earlier events. */
  readonly amending?: boolean;
}

export const exampleViews = ({ chokesOn, amending = false }: ExampleViews = {}): readonly Projector[] => [
  { ...tallyProjector(chokesOn), ...(amending ? { amends: ['PaceNoted'] } : {}) },
  { ...journalProjector(), indexes: 'CREATE INDEX journal_by_reference ON journal (reference);' },
];
