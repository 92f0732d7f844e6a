import type { EventStoreDBClient, AppendResult as ServerAnswer } from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type AppendCall, appendCall, type GrpcCall } from './append-call.ts';
import type { AppendMessage } from './append-message.ts';
import type { CallOptions } from './replaceable-client.ts';

/** @throws as `AppendCall.send` */
export type SendOn = (
  client: EventStoreDBClient,
  message: AppendMessage,
  givenUp: AbortSignal,
) => Promise<ServerAnswer>;

/**
 * Appends over one call for each connection of a client, as the client itself would, but for where answers are waited for.
 * The client does so in one place for the whole process: what ends the call of one client there rejects the appends of all
 * others, and an answer that nobody is known to wait for any more ends the process (infra/adr/0015).
 */
export const appendCalls = (options: CallOptions): SendOn => {
  const ofConnection = new WeakMap<InstanceType<typeof grpc.StreamsClient>, GrpcCall>();
  const calls = new WeakMap<GrpcCall, AppendCall>();
  const newest = new WeakMap<EventStoreDBClient, AppendCall>();

  const open = (client: EventStoreDBClient) => (streams: InstanceType<typeof grpc.StreamsClient>) => {
    const call = streams.batchAppend(...client['callArguments'](options, { deadline: Number.POSITIVE_INFINITY }));
    const opened = appendCall(call, () => ofConnection.delete(streams));
    calls.set(call, opened);
    newest.get(client)?.retire();
    newest.set(client, opened);
    return call;
  };

  return async (client, message, givenUp) => {
    const call = await client['GRPCStreamCreator'](grpc.StreamsClient, 'batchAppend', open(client), ofConnection)();
    givenUp.throwIfAborted();
    return (calls.get(call) as AppendCall).send(message, givenUp);
  };
};
