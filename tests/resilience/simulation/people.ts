import { isDeepStrictEqual } from 'node:util';
import type { CommandAnswer, CommandId, Position, SendResult } from '@demarche/contracts';
import type { Intention } from './intentions.ts';
import { type Life, newLife } from './life.ts';
import type { Seams } from './seams.ts';
import { Violation } from './violation.ts';
import type { WorldParts } from './world-parts.ts';
import type { WriteService } from './write-service.ts';

/** How an intention ended for the person who had it. */
export interface Ending {
  readonly intention: Intention;
  readonly keys: readonly CommandId[];
  readonly outcome:
    | { readonly recorded: CommandAnswer }
    /** `sentAt`: how far the record had come when that was asked which was refused. */
    | { readonly refused: string; readonly sentAt: Position };
}

const outcomeOf = (result: SendResult, sentAt: Position): Ending['outcome'] =>
  result.outcome === 'answered' ? { recorded: result.answer } : { refused: result.problem.code, sentAt };

const isUnknownYet = (result: SendResult): boolean =>
  result.outcome === 'refused' && result.problem.code.endsWith('-unknown');

export interface People {
  readonly endings: readonly Ending[];
  /** Whether everybody has got an answer to everything. */
  areDone(): boolean;
}

class NoAnswer extends Error {}

/** What was told, whether for the first time or again. */
const tellingOf = (answer: CommandAnswer) => ({ ...answer, repeated: false });

/** Who is told that there is no such thing asks again a little later: perhaps somebody is just recording it. */
const PATIENT_ATTEMPTS = 5;

/** Worth another try with the same key: nobody decided anything. */
const PASSING = new Set(['store-unavailable', 'contended']);

/** Whether somebody decided on it: it is recorded, or refused by a rule. */
const isDecided = (result: SendResult | undefined): result is SendResult =>
  result !== undefined && (result.outcome === 'answered' || !PASSING.has(result.problem.code));

/** People who want things, one after another, and send each again under the same key until they have an answer. */
export const people = (
  parts: WorldParts,
  service: WriteService,
  wanted: readonly (readonly Intention[])[],
  seams: Seams,
): People => {
  const { time, random, network, trace } = parts;
  const endings: Ending[] = [];
  const hurry = random.pick([0, 30, 500, 4_000]);
  let busy = wanted.length;

  const pause = (ms: number) => new Promise<void>((resolve) => void time.after(ms, resolve));
  const sendOnce = (caller: Life, { name, input, officer }: Intention, commandId: CommandId) =>
    network
      .call<SendResult>({
        caller,
        peer: service.peer,
        what: `${name} ${commandId.slice(0, 8)}`,
        work: () => service.send(name, input, { commandId, officer, correlationId: commandId }),
        unanswered: (reason) => new NoAnswer(reason),
        tell: (result) => (result.outcome === 'answered' ? `position ${result.answer.position}` : result.problem.code),
      })
      .catch((error: unknown) => {
        if (error instanceof NoAnswer) return undefined;
        throw new Violation(`A command ended in a fault: ${name}, ${String(error)}`);
      });

  const pursue = async (caller: Life, intention: Intention): Promise<Ending> => {
    const keys: CommandId[] = [];
    for (let attempt = 0; ; attempt += 1) {
      const key = seams.keyOf?.(intention.key, attempt) ?? intention.key;
      keys.push(key);
      const sentAt = await parts.store.head();
      const result = await sendOnce(caller, intention, key);
      if (isDecided(result) && !(isUnknownYet(result) && attempt < PATIENT_ATTEMPTS)) {
        return { intention, keys, outcome: outcomeOf(result, sentAt) };
      }
      await pause(random.integer(5, 50 + hurry));
    }
  };

  /** Somebody presses the button once more: the answer is the one of then. */
  const askAgain = async (caller: Life, { intention, keys, outcome }: Ending): Promise<void> => {
    if (!('recorded' in outcome) || !outcome.recorded.recorded) return;
    const key = keys.at(-1) ?? intention.key;
    const result = await sendOnce(caller, intention, key);
    if (!isDecided(result)) return;
    const again = result.outcome === 'answered' ? tellingOf(result.answer) : result.problem.code;
    if (isDeepStrictEqual(again, tellingOf(outcome.recorded))) return;
    throw new Violation(`A repeated command was answered otherwise: ${intention.name} ${key}`);
  };

  const live = async (caller: Life, intentions: readonly Intention[]): Promise<void> => {
    for (const intention of intentions) {
      await pause(random.integer(0, hurry));
      const ending = await pursue(caller, intention);
      endings.push(ending);
      if (random.chance(0.3)) await askAgain(caller, ending);
    }
    busy -= 1;
    trace.note(`${caller.name} has everything answered`);
  };

  wanted.forEach((intentions, index) => void live(newLife(`person ${index + 1}`), intentions).catch(parts.fail));
  return { endings, areDone: () => busy === 0 };
};
