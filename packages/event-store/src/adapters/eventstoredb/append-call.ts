import { randomUUID } from 'node:crypto';
import type { AppendResult as ServerAnswer } from '@eventstore/db-client';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type AppendMessage, answerIn, requestOf } from './append-message.ts';
import { SERVER_ENDED } from './store-fault.ts';

export type GrpcCall = ReturnType<StreamsClient['batchAppend']>;

/** One long call, by which appends are sent as they come and answered in whatever order. */
export interface AppendCall {
  /**
   * @param givenUp aborts when nobody waits any longer for the answer
   * @throws what the server says against it, and what ends the call: the events may then have landed
   */
  send(message: AppendMessage, givenUp: AbortSignal): Promise<ServerAnswer>;
  /** Sends nothing any more. What was sent is still answered. */
  retire(): void;
}

interface Waiting {
  resolve(answer: ServerAnswer): void;
  reject(error: unknown): void;
}

/** @param over is told once the call has come to its end */
export const appendCall = (call: GrpcCall, over: () => void): AppendCall => {
  const waiting = new Map<string, Waiting>();
  let retired = false;
  const end = (error: unknown) => {
    over();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  /** The server ends a call only with an answer: one that waits for none is to be ended from here. */
  const endIfDone = () => {
    if (retired && waiting.size === 0) call.cancel();
  };
  call.on('data', (response) => {
    const id = response.getCorrelationId()?.getString() ?? '';
    const asker = waiting.get(id);
    waiting.delete(id);
    try {
      asker?.resolve(answerIn(response));
    } catch (error) {
      asker?.reject(error);
    }
    endIfDone();
  });
  // What is no word of gRPC's, the client cannot convert.
  call.on('error', (error) => end('details' in error ? convertToCommandError(error) : error));
  call.on('end', () => {
    end(SERVER_ENDED);
    // Else it stays open on this side, and whoever puts the client away waits for it.
    call.end();
  });

  return {
    send(message, givenUp) {
      const id = randomUUID();
      const { promise, ...asker } = Promise.withResolvers<ServerAnswer>();
      waiting.set(id, asker);
      const forget = () => {
        waiting.delete(id);
        endIfDone();
      };
      givenUp.addEventListener('abort', forget, { once: true });
      call.write(requestOf(id, message));
      return promise;
    },
    retire() {
      retired = true;
      call.end();
      endIfDone();
    },
  };
};
