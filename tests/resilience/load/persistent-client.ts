import { isDeepStrictEqual } from 'node:util';
import type { SeededRandom } from '@demarche/testing/scenario';
import type { Acknowledged, Refusal, Reply } from './acknowledged.ts';
import type { Book } from './book.ts';
import type { Errand } from './errand.ts';
import { type Connection, sendErrand } from './send-errand.ts';

/** A server that answers, and which of its starts it is. */
export interface Reached extends Connection {
  readonly start: number;
}

export interface ClientOptions {
  readonly work: Iterator<Errand, never, undefined>;
  readonly random: SeededRandom;
  readonly book: Book;
  /** Resolves as soon as the server answers, be it the one of before or one started since. */
  readonly connected: () => Promise<Reached>;
  /** What lies between a try in vain and the next; nothing where `connected` is all there is to wait for. */
  readonly rest?: () => Promise<unknown>;
  /** Told what came of every try; undefined where nobody answered. */
  readonly onTried?: (reply: Reply | Refusal | undefined) => void;
  /** Asked between two errands only: what was begun is brought to its end. */
  readonly isOver: () => boolean;
  /** With which key a command is sent again that nobody answered. Anything but `same` doubles commands. */
  readonly retryWith: 'same key' | 'another key';
}

/**
 * Sends one command after another, each until it is answered, under one key. After a restart it asks for what it was
 * told last once more, and expects to hear the same.
 */
export const persistentClient = async (options: ClientOptions): Promise<void> => {
  const { work, book, connected, isOver } = options;
  let last: Acknowledged | undefined;
  let start = 0;
  while (!isOver()) {
    const connection = await connected();
    if (last && connection.start !== start) await askAgain(connection, last, book);
    start = connection.start;
    const errand = work.next().value;
    const { reply, key, unanswered } = await untilAnswered(options, errand);
    if ('problem' in reply) {
      const { status, problem } = reply;
      book.findings.push({ kind: 'refused', what: `${errand.definition.name} ${key}: ${status} ${problem.detail}` });
      continue;
    }
    last = { key, errand, reply, unanswered };
    book.acknowledge(last);
    errand.learn?.(reply.answer);
  }
};

interface Answered {
  readonly reply: Reply | Refusal;
  /** The one that was answered. */
  readonly key: string;
  readonly unanswered: number;
}

const noRest = async (): Promise<void> => {};

const untilAnswered = async (options: ClientOptions, errand: Errand): Promise<Answered> => {
  const { connected, random, retryWith, rest = noRest, onTried = () => {} } = options;
  let unanswered = 0;
  let key = uuidFrom(random);
  for (;;) {
    const reply = await sendErrand(await connected(), errand, key);
    onTried(reply);
    const outcome = outcomeOf(reply);
    if (reply && outcome === 'answered') return { reply, key, unanswered };
    await rest();
    if (outcome === 'contended') continue;
    unanswered += 1;
    if (retryWith === 'another key') key = uuidFrom(random);
  }
};

/** Behind a gateway, 503 may also mean that nobody knows. One that does not say when to come back is an answer, and a bad one. */
const outcomeOf = (reply: Reply | Refusal | undefined): 'answered' | 'in-doubt' | 'contended' => {
  if (!reply) return 'in-doubt';
  if (!('problem' in reply)) return 'answered';
  if (reply.problem.code === 'contended') return 'contended';
  return reply.status === 503 && reply.retryAfter !== null ? 'in-doubt' : 'answered';
};

const askAgain = async (connection: Connection, before: Acknowledged, book: Book): Promise<void> => {
  const { errand, key, reply } = before;
  // That nothing had to be changed is no fact about the past: asked again, it is looked at again.
  if (!reply.answer.recorded) return;
  const again = await sendErrand(connection, errand, key);
  if (outcomeOf(again) !== 'answered') return;
  book.askedAgain += 1;
  if (isDeepStrictEqual(again, { ...reply, answer: { ...reply.answer, repeated: true } })) return;
  book.findings.push({
    kind: 'answered-otherwise',
    what: `${errand.definition.name} ${key}: ${JSON.stringify(reply)}, and after a restart ${JSON.stringify(again)}`,
  });
};

const uuidFrom = (random: SeededRandom): string =>
  Array.from({ length: 4 }, () => random.bits().toString(16).padStart(8, '0'))
    .join('')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
