import type { EventMetadata, Position, RecordedEvent } from '@demarche/contracts';
import type { RecordedEvent as StoredEvent } from '@eventstore/db-client';
import { DamagedStream } from './damaged-stream.ts';
import { numberOf } from './number-of.ts';
import type { StoredStreams } from './stored-streams.ts';

/** Where an event stands in the server's log. Every event of an append has a place of its own. */
export const positionOf = ({ position, streamId }: Pick<StoredEvent, 'position' | 'streamId'>): Position => {
  if (position) return numberOf(position.commit);
  throw new DamagedStream(`an event of ${streamId} has no position: KurrentDB must be of release 23.10 or newer`);
};

/** The port's event of the server's; nothing for one of somebody else. */
export const recordedEventOf = (stored: StoredEvent, streams: StoredStreams): RecordedEvent | undefined => {
  const stream = streams.streamOf(stored.streamId);
  if (!stream) return undefined;
  const { eventId, ...metadata } = (stored.metadata ?? {}) as Readonly<Record<string, string>>;
  return {
    // Only an event that another program has put there has no id of ours.
    eventId: eventId ?? stored.id,
    type: stored.type,
    data: stored.data,
    metadata: metadata as unknown as EventMetadata,
    stream,
    revision: numberOf(stored.revision),
    position: positionOf(stored),
  };
};
