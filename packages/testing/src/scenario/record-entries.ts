import {
  type CommandId,
  type EventMetadata,
  eventDefinition,
  type Officer,
  type RecordedEvent,
  type StreamName,
} from '@demarche/contracts';
import { deriveEventId } from '@demarche/event-store';
import { instantOf } from './calendar.ts';
import type { LedgerEntry } from './ledger.ts';
import type { SeededRandom } from './seeded-random.ts';

const halves = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, '0'));
const hex = (bits: number): string => `${halves[bits >>> 16]}${halves[bits & 0xffff]}`;

/** A UUID version 7: the moment first, as a sender’s clock gives it, then chance. */
const commandIdAt = (at: number, random: SeededRandom): CommandId => {
  const moment = at.toString(16).padStart(12, '0');
  const [one, two, three] = [hex(random.bits()), hex(random.bits()), hex(random.bits())];
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${one.slice(0, 3)}-a${one.slice(3, 6)}-${two}${three.slice(0, 4)}` as CommandId;
};

/** Gives entries their place in the record: ids, metadata, revisions within streams, positions from 1. */
export const recorder = (random: SeededRandom) => {
  const revisions = new Map<StreamName, number>();
  let position = 0;
  return ({ at, stream, officer, marking, events }: LedgerEntry): readonly RecordedEvent[] => {
    const commandId = commandIdAt(at, random);
    const recordedAt = instantOf(at);
    const circumstances = { commandId, officer, marking: marking ?? 'U', recordedAt };
    const first = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, first + events.length - 1);
    return events.map(({ type, data }, index) => {
      position += 1;
      const metadata = metadataOf(type, circumstances);
      return {
        eventId: deriveEventId(commandId, index),
        type,
        data,
        metadata,
        stream,
        revision: first + index,
        position,
      };
    });
  };
};

interface Circumstances {
  readonly commandId: CommandId;
  readonly officer: Officer;
  readonly marking: string;
  readonly recordedAt: string;
}

const metadataOf = (type: string, { commandId, officer, marking, recordedAt }: Circumstances): EventMetadata => ({
  commandId,
  // No command was sent: nothing that ever comes in can be a repetition of it.
  commandFingerprint: commandId.replaceAll('-', '').repeat(2),
  correlationId: commandId,
  causationId: commandId,
  actor: officer.id,
  actorName: officer.name,
  role: officer.role,
  post: officer.post,
  marking,
  recordedAt,
  schemaVersion: String(eventDefinition(type)?.version ?? 1),
});
