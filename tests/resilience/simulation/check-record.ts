import type { RecordedEvent, StreamName } from '@demarche/contracts';
import { deriveEventId } from '@demarche/event-store';
import type { Ending } from './people.ts';
import { Violation } from './violation.ts';

const must = (holds: boolean, otherwise: () => string): void => {
  if (!holds) throw new Violation(otherwise());
};

/** Every position once, every stream without gap, every command in one piece and under ids of its own. */
export const checkRecord = (events: readonly RecordedEvent[]): void => {
  const revisions = new Map<StreamName, number>();
  const commands = new Map<string, RecordedEvent>();
  const indices = new Map<string, number>();
  events.forEach((event, index) => {
    const { stream, revision, position, eventId, metadata } = event;
    const { commandId } = metadata;
    must(position === index + 1, () => `The record has a gap before position ${position}`);
    must(revision === (revisions.get(stream) ?? -1) + 1, () => `${stream} has a gap before revision ${revision}`);
    revisions.set(stream, revision);
    const own = indices.get(commandId) ?? 0;
    must(eventId === deriveEventId(commandId, own), () => `The command ${commandId} was recorded twice`);
    must((commands.get(commandId)?.stream ?? stream) === stream, () => `The command ${commandId} is in two streams`);
    indices.set(commandId, own + 1);
    commands.set(commandId, event);
  });
};

/**
 * Whoever was told that something is on record finds it there, once. Whoever was refused had nothing on record when it
 * was asked; a copy of the request that came late may have found the world otherwise.
 */
export const checkEndings = (events: readonly RecordedEvent[], endings: readonly Ending[]): void => {
  const byCommand = Map.groupBy(events, ({ metadata }) => metadata.commandId);
  for (const { intention, keys, outcome } of endings) {
    const recorded = [...new Set(keys)].flatMap((key) => byCommand.get(key) ?? []);
    const commands = new Set(recorded.map(({ metadata }) => metadata.commandId));
    must(commands.size <= 1, () => `${intention.name} was recorded under ${commands.size} keys`);
    if ('refused' in outcome) {
      const { refused, sentAt } = outcome;
      must(
        recorded.every(({ position }) => position > sentAt),
        () => `${intention.name} ${intention.key} was on record, and was refused (${refused})`,
      );
      continue;
    }
    const { recorded: answer } = outcome;
    if (!answer.recorded) continue;
    const told = answer.events.map(({ eventId }) => eventId).join();
    must(
      recorded.map(({ eventId }) => eventId).join() === told,
      () => `${intention.name} ${intention.key} was acknowledged, and is not on record as it was`,
    );
    const last = recorded.at(-1);
    must(
      last?.position === answer.position && last.revision === answer.revision,
      () => `${intention.name} ${intention.key} is not where its answer says`,
    );
  }
};
