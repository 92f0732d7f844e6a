import type { RecordedEvent } from '@demarche/contracts';
import type { Acknowledged, Finding } from './acknowledged.ts';
import { judgeOrder, type Positions, placeOf } from './judge-order.ts';

export interface RecordWishes {
  /** The position up to which events were there before. */
  readonly before?: number;
  readonly positions?: Positions;
}

/** An event, and how many are on record before it. */
interface Placed {
  readonly event: RecordedEvent;
  readonly index: number;
}

/**
 * Holds what is on record against what was acknowledged: every event of it once, where the answer said, and no other but
 * those that were there before.
 */
export const judgeRecord = (
  events: readonly RecordedEvent[],
  acknowledged: readonly Acknowledged[],
  { before = 0, positions = 'counted' }: RecordWishes = {},
): Finding[] => {
  const byId = new Map(events.map((event, index) => [event.eventId, { event, index }]));
  const answered = new Set(acknowledged.flatMap(({ reply }) => reply.answer.events.map(({ eventId }) => eventId)));
  return [
    ...acknowledged.flatMap((one) => judgeOne(one, byId)),
    ...events
      .filter(({ eventId, position }) => position > before && !answered.has(eventId))
      .map((event): Finding => ({ kind: 'doubled', what: `${placeOf(event)} was asked for by nobody, or once more` })),
    ...judgeOrder(events, positions),
  ];
};

const judgeOne = (one: Acknowledged, byId: ReadonlyMap<string, Placed>): readonly Finding[] => {
  const { key, errand, reply } = one;
  const name = `${errand.definition.name} ${key}`;
  const found = reply.answer.events.flatMap(({ eventId }) => byId.get(eventId) ?? []);
  if (found.length < reply.answer.events.length) {
    return [{ kind: 'lost', what: `${name}, acknowledged at position ${reply.position}` }];
  }
  const last = found.at(-1);
  const misplaced = found.find((placed, index) => !isWhereAnswered(placed, one, last, found.length - 1 - index));
  return misplaced
    ? [{ kind: 'elsewhere', what: `${name}: ${placeOf(misplaced.event)}, answered as ${JSON.stringify(reply)}` }]
    : [];
};

/** The answer names the last event's place; the others come right before it, in the same stream. */
const isWhereAnswered = (
  { event, index }: Placed,
  { key, reply }: Acknowledged,
  last: Placed | undefined,
  fromLast: number,
): boolean =>
  event.stream.endsWith(`-${reply.answer.subject}`) &&
  event.revision === reply.revision - fromLast &&
  last?.event.position === reply.position &&
  index === last.index - fromLast &&
  event.metadata.commandId === key;
