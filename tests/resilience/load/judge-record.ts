import type { RecordedEvent } from '@demarche/contracts';
import type { Acknowledged, Finding } from './acknowledged.ts';

/**
 * Holds what is on record against what was acknowledged: every event of it once, where the answer said, and no other but
 * those that were there before, up to a position.
 */
export const judgeRecord = (
  events: readonly RecordedEvent[],
  acknowledged: readonly Acknowledged[],
  before = 0,
): Finding[] => {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const answered = new Set(acknowledged.flatMap(({ reply }) => reply.answer.events.map(({ eventId }) => eventId)));
  return [
    ...acknowledged.flatMap((one) => judgeOne(one, byId)),
    ...events
      .filter(({ eventId, position }) => position > before && !answered.has(eventId))
      .map((event): Finding => ({ kind: 'doubled', what: `${placeOf(event)} was asked for by nobody, or once more` })),
    ...judgeOrder(events),
  ];
};

const judgeOne = (one: Acknowledged, byId: ReadonlyMap<string, RecordedEvent>): readonly Finding[] => {
  const { key, errand, reply } = one;
  const name = `${errand.definition.name} ${key}`;
  const found = reply.answer.events.flatMap(({ eventId }) => byId.get(eventId) ?? []);
  if (found.length < reply.answer.events.length) {
    return [{ kind: 'lost', what: `${name}, acknowledged at position ${reply.position}` }];
  }
  const misplaced = found.find((event, index) => !isWhereAnswered(event, one, found.length - 1 - index));
  return misplaced
    ? [{ kind: 'elsewhere', what: `${name}: ${placeOf(misplaced)}, answered as ${JSON.stringify(reply)}` }]
    : [];
};

/** The answer names the last event's place; the others come right before it, in the same stream. */
const isWhereAnswered = (event: RecordedEvent, { key, reply }: Acknowledged, fromLast: number): boolean =>
  event.stream.endsWith(`-${reply.answer.subject}`) &&
  event.revision === reply.revision - fromLast &&
  event.position === reply.position - fromLast &&
  event.metadata.commandId === key;

/** Positions count up by one from 1, and so do the revisions of each stream from 0. */
const judgeOrder = (events: readonly RecordedEvent[]): Finding[] => {
  const next = new Map<string, number>();
  return events.flatMap((event, index): Finding[] => {
    const revision = next.get(event.stream) ?? 0;
    next.set(event.stream, event.revision + 1);
    return event.position === index + 1 && event.revision === revision
      ? []
      : [{ kind: 'gap', what: `${placeOf(event)} is number ${index + 1} of all and ${revision} of its stream` }];
  });
};

const placeOf = ({ type, stream, revision, position }: RecordedEvent): string =>
  `${type}, revision ${revision} of ${stream} at position ${position}`;
