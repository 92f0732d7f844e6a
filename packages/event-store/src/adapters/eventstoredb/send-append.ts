import type { StreamName } from '@demarche/contracts';
import type { AppendResult as ServerAnswer } from '@eventstore/db-client';
import type { EncodedEvent } from '../../encode-append.ts';
import type { ExpectedRevision } from '../../event-store.ts';
import { appendCalls } from './append-calls.ts';
import { numberOf } from './number-of.ts';
import type { ReplaceableClient } from './replaceable-client.ts';
import { isConflict } from './store-fault.ts';
import { storedEventOf } from './stored-event-of.ts';
import type { StoredStreams } from './stored-streams.ts';

export interface AppendAsked {
  readonly stream: StreamName;
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
}

interface StreamConflict {
  readonly outcome: 'conflict';
  readonly actual: ExpectedRevision;
}

export type SendAppend = (asked: AppendAsked) => Promise<ServerAnswer | StreamConflict>;

/** @throws what the client throws */
export const sendAppend = (client: ReplaceableClient, streams: StoredStreams): SendAppend => {
  const sendOn = appendCalls(client.options);
  return ({ stream, events, expected }) => {
    const message = { name: streams.nameOf(stream), events: events.map(storedEventOf), expected };
    return client.call(async (on, { givenUp }) => {
      try {
        return await sendOn(on, message, givenUp);
      } catch (error) {
        if (isConflict(error)) return conflictIn(error);
        throw error;
      }
    });
  };
};

/** The error's message is empty. */
const conflictIn = (error: unknown): StreamConflict => {
  const { actualVersion } = error as { actualVersion: bigint | 'no_stream' };
  return { outcome: 'conflict', actual: typeof actualVersion === 'bigint' ? numberOf(actualVersion) : 'no-stream' };
};
