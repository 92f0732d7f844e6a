import type { StreamName } from '@demarche/contracts';
import type { EventStore, ExpectedRevision, NewEvent } from '@demarche/event-store';

/** What one command of the demonstration's past recorded. */
export interface PastAppend {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
}

const AT_ONCE = 200;

/**
 * Puts a made-up past into the store, in the order in which it was recorded, and tells how far it has come. Event ids
 * and expected revisions are part of the past, so that going on after an interruption repeats nothing.
 */
export const seedDemonstration = async (
  store: Pick<EventStore, 'append'>,
  past: readonly PastAppend[],
  progress: (done: number, of: number) => void,
): Promise<void> => {
  for (let done = 0; done < past.length; done += AT_ONCE) {
    const some = past.slice(done, done + AT_ONCE);
    // Handed over in one turn, they share one transaction and keep their order.
    const results = await Promise.all(
      some.map(({ stream, events, expected }) => store.append(stream, events, expected)),
    );
    const refused = results.findIndex(({ outcome }) => outcome === 'conflict');
    if (refused >= 0)
      throw new Error(`The demonstration data does not fit what is on record in ${some[refused]?.stream}`);
    progress(Math.min(done + AT_ONCE, past.length), past.length);
  }
};
