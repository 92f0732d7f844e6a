import { AskFailed, failureIn, post } from './ask.ts';
import { type CommandName, commandDocument } from './command-document.ts';
import { noteOwn } from './own-position.ts';

/** A faulty field, by its path, with what to do. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

export interface CommandAnswer {
  readonly subject: string;
  readonly location: string;
  readonly revision: number;
  readonly position: number;
  readonly recorded: boolean;
  readonly repeated: boolean;
  readonly events: ReadonlyArray<{ readonly type: string; readonly entry: string | null }>;
}

interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldFault[] | null;
}

/** `lost`: no answer came; whether it was recorded is unknown, and sending it again under the same key is safe. */
export type Sent =
  | { readonly outcome: 'answered'; readonly answer: CommandAnswer }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'lost'; readonly reason: string };

export interface Command {
  readonly name: CommandName;
  readonly input: object;
  readonly idempotencyKey: string;
  readonly ifMatch?: number;
}

export const sendCommand = async ({ name, input, idempotencyKey, ifMatch }: Command): Promise<Sent> => {
  try {
    const reply = await post(commandDocument(name), { input, idempotencyKey, ifMatch });
    const failure = failureIn(reply);
    if (failure) return afterFailure(failure);
    const payload = reply.data?.[name] as { answer: CommandAnswer | null; refusal: Refusal | null };
    if (payload.refusal) return { outcome: 'refused', refusal: payload.refusal };
    if (!payload.answer) return { outcome: 'lost', reason: 'The answer was empty.' };
    noteOwn(payload.answer.position);
    return { outcome: 'answered', answer: payload.answer };
  } catch (fault) {
    return fault instanceof AskFailed ? refusedBy(fault) : { outcome: 'lost', reason: 'The answer did not arrive.' };
  }
};

/** After these it may be on record or not. */
const UNKNOWN: ReadonlySet<string> = new Set(['service-unavailable', 'too-slow', 'internal-error']);

const afterFailure = (failure: AskFailed): Sent =>
  failure.code && UNKNOWN.has(failure.code) ? lostBy(failure.code) : refusedBy(failure);

const lostBy = (code: string): Sent => ({
  outcome: 'lost',
  reason:
    code === 'service-unavailable'
      ? 'The part of Demarche that keeps this does not answer at the moment.'
      : 'Demarche could not say what became of it.',
});

const refusedBy = (failure: AskFailed): Sent => {
  switch (failure.kind) {
    case 'offline':
      return { outcome: 'lost', reason: failure.message };
    case 'signed-out':
      return refusal(
        'not-signed-in',
        'Nobody is signed in',
        'Sign in again in another tab; what you typed stays here. Then save once more.',
      );
    case 'refused':
      return refusal('malformed', 'It was not recorded', failure.message);
  }
};

const refusal = (code: string, title: string, detail: string): Sent => ({
  outcome: 'refused',
  refusal: { code, title, detail },
});
