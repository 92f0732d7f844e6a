import { DiscardPolicy, nanos, RetentionPolicy, StorageType, type StreamConfig } from 'nats';
import { eventStream } from '../../event-stream.ts';

export const STREAM = eventStream.name;

/** What the stream takes. */
export const STREAM_SUBJECTS = eventStream.subjects;

/** Where the server says what it has stored, by the message's headers alone: word of it never comes before it can be read. */
export const STORED_SUBJECTS = 'demarche-stored.>';

/** An append takes at most 1 MiB; an event's metadata and envelope stand around that. */
export const LARGEST_MESSAGE_BYTES = 1_280 * 1_024;

export interface StreamOptions {
  /** How many servers hold each message: 1, 3 or 5. */
  readonly replicas?: number;
  /** Only saves work: after a loss, what is published again within it is not taken. */
  readonly duplicateWindowMs?: number;
}

export type StreamSettings = Partial<StreamConfig> & Pick<StreamConfig, 'name' | 'subjects'>;

const DUPLICATE_WINDOW_MS = 2_000;

/** The one declaration of the stream. It keeps everything, in the order in which it came, and nobody can take anything out of it. */
export const streamSettings = ({
  replicas = 1,
  duplicateWindowMs = DUPLICATE_WINDOW_MS,
}: StreamOptions = {}): StreamSettings => ({
  name: STREAM,
  subjects: [STREAM_SUBJECTS],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.Old,
  max_msgs: -1,
  max_msgs_per_subject: -1,
  max_bytes: -1,
  max_age: 0,
  max_msg_size: -1,
  max_consumers: -1,
  num_replicas: replicas,
  duplicate_window: nanos(duplicateWindowMs),
  no_ack: false,
  deny_delete: true,
  deny_purge: true,
  allow_rollup_hdrs: false,
  republish: { src: STREAM_SUBJECTS, dest: STORED_SUBJECTS, headers_only: true },
});
