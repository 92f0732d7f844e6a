import { randomUUID } from 'node:crypto';
import type { AppendResult as ServerAnswer } from '@eventstore/db-client';
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
  const end = (error: unknown) => {
    over();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  call.on('data', (response) => {
    const id = response.getCorrelationId()?.getString() ?? '';
    const asker = waiting.get(id);
    waiting.delete(id);
    const answer = answerIn(response);
    if (answer instanceof Error) asker?.reject(answer);
    else asker?.resolve(answer);
  });
  call.on('error', end);
  call.on('end', () => end(SERVER_ENDED));

  return {
    send(message, givenUp) {
      const id = randomUUID();
      const { promise, ...asker } = Promise.withResolvers<ServerAnswer>();
      waiting.set(id, asker);
      givenUp.addEventListener('abort', () => waiting.delete(id), { once: true });
      call.write(requestOf(id, message));
      return promise;
    },
    retire: () => void call.end(),
  };
};
