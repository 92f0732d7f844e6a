import type { LoggedMessage, MessageLog, OriginalLog } from '../../message-log.ts';

export interface MemoryMessageLogOptions {
  /** How long the id of a message is known again. */
  readonly duplicateWindowMs?: number;
  /** Milliseconds, from wherever; only differences count. Without it no time passes. */
  readonly now?: () => number;
}

/** What can happen to a stream of JetStream beside publishing, each as a real server was seen to do it. */
export interface MemoryMessageLog extends MessageLog {
  /** Deleted and made anew: numbers begin again, no id is known. */
  recreate(): void;
  /** Emptied: numbers go on, and ids are still known, so that what is published again can be taken for a duplicate. */
  purge(): void;
  /** The server lost power before it had written the newest messages: numbers and ids go back. */
  loseNewest(count: number): void;
  /** A message is gone from the middle; its number stays unused and its id known. */
  lose(sequence: number): void;
  /** From now on it is a copy, and this is what it knows of its original. */
  copies(original: OriginalLog): void;
}

const DEFAULT_WINDOW_MS = 120_000;

/** A log within this process: what a stream of JetStream is, without the server. */
export const memoryMessageLog = ({
  duplicateWindowMs = DEFAULT_WINDOW_MS,
  now = () => 0,
}: MemoryMessageLogOptions = {}): MemoryMessageLog => {
  let messages: LoggedMessage[] = [];
  let lastSequence = 0;
  let incarnation = 1;
  let original: OriginalLog | null = null;
  const knownSince = new Map<string, number>();
  const listeners = new Set<{ readonly call: () => void }>();

  const isKnown = (messageId: string): boolean => {
    const since = knownSince.get(messageId);
    return since !== undefined && now() - since < duplicateWindowMs;
  };
  const notify = () => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener.call());
  };
  /** Where the first message with this sequence or a later one stands: most logs have no holes, so that it is near. */
  const indexOf = (sequence: number): number => {
    const first = messages[0]?.sequence ?? 1;
    let index = Math.min(Math.max(0, sequence - first), messages.length);
    while (index > 0 && (messages[index - 1]?.sequence ?? 0) >= sequence) index -= 1;
    return index;
  };

  return {
    async publish(message, expectedLastSequence) {
      // The order of the two questions is the server's own.
      if (isKnown(message.messageId)) return { outcome: 'duplicate' };
      if (expectedLastSequence !== lastSequence) return { outcome: 'out-of-turn' };
      lastSequence += 1;
      messages.push({ ...message, sequence: lastSequence });
      knownSince.set(message.messageId, now());
      notify();
      return { outcome: 'published', sequence: lastSequence };
    },
    async end() {
      return {
        firstSequence: messages[0]?.sequence ?? lastSequence + 1,
        lastSequence,
        position: messages.at(-1)?.position ?? 0,
        messageId: messages.at(-1)?.messageId ?? '',
        incarnation: String(incarnation),
      };
    },
    async read(fromSequence, limit) {
      const from = indexOf(fromSequence);
      return messages.slice(from, from + Math.max(0, limit));
    },
    async original() {
      return original;
    },
    onPublished(call) {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    recreate() {
      messages = [];
      lastSequence = 0;
      incarnation += 1;
      knownSince.clear();
    },
    purge() {
      messages = [];
    },
    loseNewest(count) {
      const lost = messages.splice(Math.max(0, messages.length - count));
      lastSequence = (lost[0]?.sequence ?? lastSequence + 1) - 1;
      for (const { messageId } of lost) knownSince.delete(messageId);
    },
    lose(sequence) {
      messages = messages.filter((message) => message.sequence !== sequence);
    },
    copies(known) {
      original = known;
    },
  };
};
