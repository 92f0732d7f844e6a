import { type JetStreamManager, NatsError, type StreamInfo } from 'nats';
import { BusRefused } from '../../message-log.ts';
import type { BusConnection } from './connect-nats.ts';
import { jetStreamErrorOf, unavailable } from './nats-trouble.ts';
import { LARGEST_MESSAGE_BYTES, type StreamSettings } from './stream-settings.ts';

export interface EnsureStreamOptions {
  readonly settings: StreamSettings;
  /** How long the server may take for an answer. */
  readonly answerWithinMs?: number;
  /** Told what was not as declared and has been set right. */
  readonly onAmended?: (settings: readonly string[]) => void;
}

const NO_SUCH_STREAM = 10_059;
const ANSWER_WITHIN_MS = 5_000;

/** What a stream is made with and keeps. */
const unchangeable: readonly (keyof StreamSettings)[] = ['storage', 'retention', 'mirror', 'sources', 'max_consumers'];

/**
 * Makes the stream, or looks whether the one that stands there is as declared. What does no harm and can be changed is
 * set right; what stays as it was made is refused.
 * @throws BusRefused
 * @throws BusUnavailable
 */
export const ensureStream = async (bus: BusConnection, options: EnsureStreamOptions): Promise<StreamInfo> => {
  const connection = bus.live();
  refuseSmallMessages(connection.info?.max_payload);
  const timeout = options.answerWithinMs ?? ANSWER_WITHIN_MS;
  const manager = await connection.jetstreamManager({ timeout, checkAPI: false });
  const found = await streamInfo(manager, options.settings.name);
  return found ? amended(manager, found, options) : made(manager, options.settings);
};

/** @throws BusUnavailable */
export const streamInfo = async (manager: JetStreamManager, name: string): Promise<StreamInfo | undefined> => {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (jetStreamErrorOf(error) === NO_SUCH_STREAM) return undefined;
    throw unavailable(error);
  }
};

const made = async (manager: JetStreamManager, settings: StreamSettings): Promise<StreamInfo> => {
  try {
    return await manager.streams.add(settings);
  } catch (error) {
    throw refusalOf(error, `The bus does not make the stream ${settings.name}`);
  }
};

const amended = async (manager: JetStreamManager, found: StreamInfo, options: EnsureStreamOptions) => {
  const { settings, onAmended = () => {} } = options;
  const differing = differencesIn(found, settings);
  if (differing.length === 0) return found;
  const lasting = differing.filter((name) => unchangeable.includes(name));
  if (lasting.length > 0) {
    throw new BusRefused(
      `The stream ${settings.name} on the bus is not as it has to be (${described(lasting, found, settings)}), and this cannot be changed: delete the stream, and it is made anew and filled again from the record`,
    );
  }
  try {
    const info = await manager.streams.update(settings.name, settings);
    onAmended(differing.map((name) => described([name], found, settings)));
    return info;
  } catch (error) {
    throw refusalOf(
      error,
      `The stream ${settings.name} on the bus is not as it has to be (${described(differing, found, settings)}), and the bus does not change it`,
    );
  }
};

const differencesIn = ({ config }: StreamInfo, settings: StreamSettings): readonly (keyof StreamSettings)[] => {
  const declared = { mirror: undefined, sources: undefined, ...settings };
  return (Object.keys(declared) as (keyof StreamSettings)[]).filter(
    (name) => valueIn(config[name]) !== valueIn(declared[name]),
  );
};

/** A server leaves out what is not set. */
const valueIn = (value: unknown): string => JSON.stringify(value ?? false);

const described = (names: readonly (keyof StreamSettings)[], { config }: StreamInfo, settings: StreamSettings) =>
  names.map((name) => `${name} is ${valueIn(config[name])} and has to be ${valueIn(settings[name])}`).join(', ');

/** What the server says no to is no matter of waiting. */
const refusalOf = (error: unknown, what: string): Error =>
  error instanceof NatsError && error.api_error
    ? new BusRefused(`${what}: ${error.api_error.description}`, { cause: error })
    : unavailable(error);

const refuseSmallMessages = (largest = Number.POSITIVE_INFINITY): void => {
  if (largest >= LARGEST_MESSAGE_BYTES) return;
  throw new BusRefused(
    `The bus takes messages of at most ${largest} bytes, and an event can need ${LARGEST_MESSAGE_BYTES}: set max_payload to 4MB in the configuration of its servers`,
  );
};
