import { AckPolicy, DeliverPolicy, type NatsConnection, nanos } from 'nats';

/** A place in the stream that the server keeps for a reader. It is gone when the server is started again. */
export interface Consumer {
  readonly name: string;
  /** How many messages the server has sent by it. */
  readonly delivered: number;
}

interface PlaceAsked {
  readonly stream: string;
  /** The first message that is read there. */
  readonly from: number;
  readonly withinMs: number;
}

/** After so long without a question the server forgets it. */
const FORGOTTEN_AFTER_MS = 60_000;

export const placeConsumer = async (
  connection: NatsConnection,
  { stream, from, withinMs }: PlaceAsked,
): Promise<Consumer> => {
  const manager = await connection.jetstreamManager({ timeout: withinMs, checkAPI: false });
  const { name } = await manager.consumers.add(stream, {
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: from,
    inactive_threshold: nanos(FORGOTTEN_AFTER_MS),
    mem_storage: true,
    num_replicas: 1,
  });
  return { name, delivered: 0 };
};
