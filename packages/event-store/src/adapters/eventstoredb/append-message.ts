import { type AppendResult as ServerAnswer, UnknownError } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, { type BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision } from '../../event-store.ts';
import type { StoredEvent } from './stored-event-of.ts';

/** An append as the server gets it. */
export interface AppendMessage {
  readonly name: string;
  readonly events: readonly StoredEvent[];
  readonly expected: ExpectedRevision;
}

/**
 * The message of `event_store.client.streams.Streams/BatchAppend`.
 * @param id a UUID, which the answer brings back
 */
export const requestOf = (id: string, { name, events, expected }: AppendMessage): streams.BatchAppendReq => {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Buffer.from(name)),
  );
  if (expected === 'no-stream') options.setNoStream(new shared.Empty());
  else options.setStreamPosition(String(expected));
  return new streams.BatchAppendReq()
    .setCorrelationId(uuid(id))
    .setOptions(options)
    .setProposedMessagesList(events.map(proposed))
    .setIsFinal(true);
};

/**
 * Where the server has put the events.
 * @throws why it did not, in the words of the client
 */
export const answerIn = (response: BatchAppendResp): ServerAnswer => {
  const [error, success] = [response.getError(), response.getSuccess()];
  // The client cannot unpack what says no more than a sentence.
  if (error)
    throw error.hasDetails() ? unpackToCommandError(error, '') : new UnknownError(undefined, error.getMessage());
  const [revision, place] = [success?.getCurrentRevision() ?? '0', success?.getPosition()];
  return {
    success: true,
    nextExpectedRevision: BigInt(revision),
    ...(place && {
      position: { commit: BigInt(place.getCommitPosition()), prepare: BigInt(place.getPreparePosition()) },
    }),
  };
};

const uuid = (text: string) => new shared.UUID().setString(text);

const proposed = ({ id, type, data, metadata }: StoredEvent): streams.BatchAppendReq.ProposedMessage => {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(uuid(id))
    .setData(Buffer.from(data))
    .setCustomMetadata(Buffer.from(metadata));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
};
