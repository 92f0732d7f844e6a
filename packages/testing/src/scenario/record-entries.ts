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

/** A UUID version 8, in which chance fills what a command's sender would have drawn. */
const commandIdFrom = (random: SeededRandom): CommandId => {
  const [one, two, three, four] = [hex(random.bits()), hex(random.bits()), hex(random.bits()), hex(random.bits())];
  return `${one}-${two.slice(0, 4)}-8${two.slice(5)}-a${three.slice(1, 4)}-${three.slice(4)}${four}` as CommandId;
};

/** Gives entries their place in the record: ids, metadata, revisions within streams, positions from 1. */
export const recorder = (random: SeededRandom) => {
  const revisions = new Map<StreamName, number>();
  let position = 0;
  return function* record({ at, stream, officer, marking, events }: LedgerEntry): Generator<RecordedEvent> {
    const commandId = commandIdFrom(random);
    const recordedAt = instantOf(at);
    let revision = revisions.get(stream) ?? -1;
    for (let index = 0; index < events.length; index += 1) {
      const { type, data } = events[index] as LedgerEntry['events'][number];
      revision += 1;
      position += 1;
      const metadata = metadataOf(type, { commandId, officer, marking: marking ?? 'U', recordedAt });
      yield { eventId: deriveEventId(commandId, index), type, data, metadata, stream, revision, position };
    }
    revisions.set(stream, revision);
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
