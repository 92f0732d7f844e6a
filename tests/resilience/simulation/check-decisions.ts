import { isDeepStrictEqual } from 'node:util';
import { commitmentsModule } from '@demarche/commitments';
import type { RecordedEvent } from '@demarche/contracts';
import { engagementsModule } from '@demarche/engagements';
import { memoryEventStore } from '@demarche/event-store/memory';
import { recommendationsModule } from '@demarche/recommendations';
import type { CommandRoute, WriteSide } from '@demarche/service-kit';
import type { Intention } from './intentions.ts';
import { Violation } from './violation.ts';
import type { WriteService } from './write-service.ts';

const routesOver = (side: WriteSide): ReadonlyMap<string, CommandRoute> =>
  new Map(
    [recommendationsModule, engagementsModule, commitmentsModule]
      .flatMap((module) => module(side).routes)
      .map((route) => [route.definition.name, route]),
  );

/** Tells the moments given, one after another, and the last of them from then on. */
const clockOf = (moments: readonly [string, string]) => {
  let told = 0;
  return {
    now() {
      told += 1;
      return told === 1 ? moments[0] : moments[1];
    },
  };
};

/**
 * Whatever came at the same moment, the record is one that the same commands would have made one after another, in the
 * order of the record: nothing was decided on a past that no longer held.
 */
export const checkDecisions = async (
  events: readonly RecordedEvent[],
  intentions: readonly Intention[],
  { receivedAt }: Pick<WriteService, 'receivedAt'>,
): Promise<void> => {
  const store = memoryEventStore();
  const byKey = new Map<string, Intention>(intentions.map((intention) => [intention.key, intention]));
  for (const [commandId, [first]] of Map.groupBy(events, ({ metadata }) => metadata.commandId)) {
    const intention = byKey.get(commandId);
    if (!first || !intention) throw new Violation(`Nobody wanted what is recorded under ${commandId}`);
    const { recordedAt } = first.metadata;
    const clock = clockOf([receivedAt(commandId, recordedAt) ?? recordedAt, recordedAt]);
    const { name, input, officer } = intention;
    await routesOver({ store, clock }).get(name)?.execute({ input, commandId, officer, correlationId: commandId });
  }
  refuseDifference(events, await store.readAll(0, events.length + 100));
};

const refuseDifference = (events: readonly RecordedEvent[], again: readonly RecordedEvent[]): void => {
  const differing = events.find((event, index) => !isDeepStrictEqual(event, again[index]));
  if (!differing && again.length === events.length) return;
  const where = differing ? `${differing.type} at position ${differing.position}` : 'The end of the record';
  throw new Violation(`${where} was decided on a past that did not hold`);
};
