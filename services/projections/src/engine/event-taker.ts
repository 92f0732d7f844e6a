import { eventDefinition, idOf, type RecordedEvent } from '@demarche/contracts';
import { isFileTrouble } from './in-transaction.ts';
import type { Parking } from './parking.ts';
import type { ProjectedEvent, Projector, ViewWriter } from './projector.ts';
import type { PutAside } from './put-aside.ts';
import { type Reading, readRecordedEvent } from './read-recorded-event.ts';

/** How a projector is given an event: `trusting` lets its error out, `careful` undoes what it did and parks the stream. */
export type Manner = 'trusting' | 'careful';

export interface EventTaker {
  /** Offers an event to every projector that takes its type; where its stream is parked it is held back. */
  take(event: RecordedEvent, manner: Manner): void;
  /**
   * Offers an event that was put aside to the view that it waits for.
   * @throws what the projector throws
   */
  takeFromAside(view: string, event: RecordedEvent): void;
  /** Offers a parked event again. Says whether it could be taken; if not, its stream is parked at it. */
  takeAgain(view: string, event: RecordedEvent): boolean;
}

interface Tools {
  readonly writer: ViewWriter;
  readonly parked: Parking;
  readonly putAside: PutAside;
  readonly inSavepoint: (work: () => void) => void;
}

export const eventTaker = (
  projectors: readonly Projector[],
  { writer, parked, putAside, inSavepoint }: Tools,
): EventTaker => {
  const takersOf = takersByType(projectors);
  const takerOf = (view: string, type: string) => takersOf(type).find((taker) => taker.view === view);

  const park = (view: string, event: RecordedEvent, reason: string): false => {
    parked.park(view, event, reason);
    writer.changed(idOf(event.stream), []);
    return false;
  };
  const offerCarefully = (projector: Projector, recorded: RecordedEvent, event: ProjectedEvent): boolean => {
    try {
      inSavepoint(() => projector.project(writer, event));
      return true;
    } catch (error) {
      if (isFileTrouble(error)) throw error;
      return park(projector.view, recorded, (error as Error).message);
    }
  };
  const offer = (projector: Projector, recorded: RecordedEvent, reading: Reading, manner: Manner): boolean => {
    if (reading.outcome === 'unreadable') return park(projector.view, recorded, reading.reason);
    if (putAside.waits(projector, recorded)) return putAside.add(projector.view, recorded);
    if (manner === 'careful') return offerCarefully(projector, recorded, reading.event);
    projector.project(writer, reading.event);
    return true;
  };

  return {
    take(event, manner) {
      let reading: Reading | undefined;
      for (const projector of takersOf(event.type)) {
        if (parked.isParked(projector.view, event.stream)) {
          parked.hold(projector.view, event);
          continue;
        }
        reading ??= readRecordedEvent(event);
        offer(projector, event, reading, manner);
      }
    },
    takeFromAside(view, event) {
      const reading = readRecordedEvent(event);
      if (reading.outcome === 'readable') takerOf(view, event.type)?.project(writer, reading.event);
    },
    takeAgain(view, event) {
      const projector = takerOf(view, event.type);
      return projector ? offer(projector, event, readRecordedEvent(event), 'careful') : true;
    },
  };
};

/** Who takes events of a type. One that this release does not know might concern anybody: all are asked, and park its stream. */
const takersByType = (projectors: readonly Projector[]): ((type: string) => readonly Projector[]) => {
  const takers = new Map<string, readonly Projector[]>();
  return (type) => {
    const kept = takers.get(type);
    if (kept) return kept;
    const found = eventDefinition(type)
      ? projectors.filter(({ handles }) => handles.some((handled) => handled === type))
      : projectors;
    takers.set(type, found);
    return found;
  };
};
