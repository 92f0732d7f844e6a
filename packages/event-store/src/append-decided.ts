import { categoryOf, type StreamName } from '@demarche/contracts';
import type { Clock, DomainEvent } from '@demarche/kernel';
import { metricAttributes, metrics, spanAttributes, spanNames, timed, traced } from '@demarche/telemetry';
import type { CommandEnvelope } from './command-envelope.ts';
import type { NewEvent } from './event-store.ts';
import { stampEvents } from './stamp-events.ts';

export interface Deed {
  readonly clock: Clock;
  readonly stream: StreamName;
  readonly envelope: CommandEnvelope;
  /** What had happened when it was decided. */
  readonly history: readonly NewEvent[];
  readonly decided: readonly DomainEvent[];
}

/**
 * Stamps what was decided and appends it.
 * @returns the events as they were appended, and what the append answered
 * @throws what the append throws, and UnreadableEvent for an event that could never be read again
 */
export const appendDecided = <Answer extends { readonly outcome: string }>(
  { clock, stream, envelope, history, decided }: Deed,
  append: (events: readonly NewEvent[]) => Promise<Answer>,
): Promise<{ readonly events: readonly NewEvent[]; readonly answer: Answer }> => {
  const category = categoryOf(stream);
  const details = { [spanAttributes.streamCategory]: category, [spanAttributes.eventCount]: decided.length };
  // Stamped within the span, because what becomes of the events goes on from there.
  return traced(spanNames.append, details, async () => {
    const events = stampEvents(decided, markedAs(history, envelope), clock.now());
    const measured = { [metricAttributes.streamCategory]: category };
    const answer = await timed(
      metrics.appendDuration,
      measured,
      () => append(events),
      ({ outcome }) => outcome,
    );
    return { events, answer };
  });
};

/** What is added to a sensitive record is sensitive too, whatever the command says of itself. */
const markedAs = (history: readonly NewEvent[], envelope: CommandEnvelope): CommandEnvelope =>
  history.some(({ metadata }) => metadata.marking === 'SBU') ? { ...envelope, marking: 'SBU' } : envelope;
