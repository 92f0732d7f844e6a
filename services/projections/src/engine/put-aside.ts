import type { Position, RecordedEvent } from '@demarche/contracts';
import type { Projector } from './projector.ts';
import type { ViewReader } from './view-reader.ts';

/** The amending events that wait, while a file is being built, until what they look up has its indexes. */
export interface PutAside {
  /** Whether an event has to wait before this projector may take it. */
  waits(projector: Projector, event: RecordedEvent): boolean;
  add(view: string, event: RecordedEvent): true;
  /** What waits, in order. */
  waiting(): Iterable<{ readonly view: string; readonly event: RecordedEvent }>;
  /** Whether the indexes are there, so that nothing waits. */
  indexed(): boolean;
  /** Nothing waits from now on. */
  close(): void;
  /** Reads from the file whether the indexes are there: a transaction that was rolled back may have made them. */
  reload(): void;
}

export const putAside = ({ prepare }: ViewReader): PutAside => {
  const insert = prepare('INSERT OR IGNORE INTO engine_put_aside (position, view, event) VALUES (?, ?, ?)');
  const inOrder = prepare(
    'SELECT view, event FROM engine_put_aside WHERE (position, view) > (?, ?) ORDER BY position, view LIMIT 500',
  );
  const state = prepare('SELECT indexed FROM engine_checkpoint');
  let indexed = true;

  const reload = () => {
    indexed = (state.get() as { indexed: number }).indexed === 1;
  };
  const waiting = function* () {
    let after: [Position, string] = [0, ''];
    for (;;) {
      const rows = inOrder.all(...after) as { view: string; event: string }[];
      if (rows.length === 0) return;
      for (const row of rows) {
        const event = JSON.parse(row.event) as RecordedEvent;
        yield { view: row.view, event };
        after = [event.position, row.view];
      }
    }
  };
  reload();

  return {
    waits: ({ amends }, { type }) => !indexed && amends?.some((amending) => amending === type) === true,
    add(view, event) {
      insert.run(event.position, view, JSON.stringify(event));
      return true;
    },
    waiting,
    indexed: () => indexed,
    close() {
      prepare('DELETE FROM engine_put_aside').run();
      prepare('UPDATE engine_checkpoint SET indexed = 1').run();
      indexed = true;
    },
    reload,
  };
};
