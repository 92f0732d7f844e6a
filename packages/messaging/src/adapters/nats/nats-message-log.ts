import { ErrorCode, millis, NatsError, type StreamInfo } from 'nats';
import { BusUnavailable, type MessageLog, type OriginalLog, type OutgoingMessage } from '../../message-log.ts';
import type { BusConnection } from './connect-nats.ts';
import { ensureStream, streamInfo } from './ensure-stream.ts';
import { loggedMessage, natsHeadersOf } from './nats-message.ts';
import { jetStreamErrorOf, unavailable } from './nats-trouble.ts';
import { newestOfOurs } from './newest-of-ours.ts';
import { streamReader } from './stream-reader.ts';
import { STORED_SUBJECTS, type StreamSettings, streamSettings } from './stream-settings.ts';

export interface NatsMessageLogOptions {
  readonly settings?: StreamSettings;
  /**
   * Makes the stream where there is none, and looks each time it asks for the end whether it is as declared. For the
   * relay; whoever only reads waits until it is there.
   */
  readonly ensures?: boolean;
  /** How long the server may take for any answer. */
  readonly answerWithinMs?: number;
  /** Told what was not as declared and has been set right. */
  readonly onAmended?: (settings: readonly string[]) => void;
}

const ANSWER_WITHIN_MS = 5_000;
const WRONG_LAST_SEQUENCE = 10_071;
const TOO_LARGE = 10_054;

/** The ordered log of messages in a stream of JetStream. */
export const natsMessageLog = (bus: BusConnection, given: NatsMessageLogOptions = {}): MessageLog => {
  const { settings = streamSettings(), ensures = false, answerWithinMs = ANSWER_WITHIN_MS } = given;
  const reader = streamReader(bus, settings.name, answerWithinMs);

  const info = async (): Promise<StreamInfo> => {
    if (ensures) return ensureStream(bus, { ...given, settings, answerWithinMs });
    const manager = await bus.live().jetstreamManager({ timeout: answerWithinMs, checkAPI: false });
    const found = await streamInfo(manager, settings.name);
    if (found) return found;
    throw new BusUnavailable(`The bus has no stream ${settings.name} yet: the relay makes it`);
  };

  return {
    async publish(message, expectedLastSequence) {
      try {
        const jetStream = bus.live().jetstream({ timeout: answerWithinMs });
        const ack = await jetStream.publish(message.subject, message.body, {
          headers: natsHeadersOf(message),
          expect: { streamName: settings.name, lastSequence: expectedLastSequence },
        });
        return ack.duplicate ? { outcome: 'duplicate' } : { outcome: 'published', sequence: ack.seq };
      } catch (error) {
        if (jetStreamErrorOf(error) === WRONG_LAST_SEQUENCE) return { outcome: 'out-of-turn' };
        throw isTooLarge(error) ? tooLarge(message) : unavailable(error);
      }
    },

    async end() {
      const { created, state } = await info();
      const newest = await newestOfOurs(reader, state.first_seq, state.last_seq);
      return {
        firstSequence: Math.max(1, state.first_seq),
        lastSequence: state.last_seq,
        position: newest?.position ?? 0,
        messageId: newest?.messageId ?? '',
        incarnation: created,
      };
    },

    async read(fromSequence, limit) {
      if (limit < 1) return [];
      if (limit > 1) return (await reader.read(fromSequence, limit)).map(loggedMessage);
      const message = await reader.lookAt(fromSequence);
      return message ? [loggedMessage(message)] : [];
    },

    async original() {
      const { config, mirror } = await info();
      return config.mirror ? originalOf(mirror) : null;
    },

    onPublished(listener) {
      // What was published while there was no connection was not heard of.
      const stops = [bus.subscribe(STORED_SUBJECTS, () => listener()), bus.onConnected(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
};

/** A server that never heard of it since its start says so by -1, and names it only once it has begun to look for it. */
const originalOf = (mirror: StreamInfo['mirror']): OriginalLog => ({
  silentForMs: mirror && mirror.active >= 0 ? millis(mirror.active) : null,
  missing: mirror?.lag ?? 0,
});

const isTooLarge = (error: unknown): boolean =>
  error instanceof NatsError && (error.code === ErrorCode.MaxPayloadExceeded || jetStreamErrorOf(error) === TOO_LARGE);

const tooLarge = ({ position, body }: OutgoingMessage): BusUnavailable =>
  new BusUnavailable(
    `The bus does not take the event at position ${position}, whose message has ${Buffer.byteLength(body)} bytes: set max_payload to 4MB in the configuration of its servers`,
  );
