import type { Request } from 'express';
import { timeToTryAgain } from '../time-to-try-again.ts';
import { type Failure, type Passage, sendOnce } from './send-once.ts';
import { smallBody } from './small-body.ts';

type Stage = Failure['stage'];

/** From the first failure on: where each try takes long in itself, there are few. */
const PATIENCE_MS = 5_000;

/**
 * Passes a request on. What fails and is safe to repeat is sent again for a few seconds, as long as whoever asks is there:
 * a service that is started anew is back by then. A failure is `unsent` only where no try came further.
 */
export const sendPatiently = async (passage: Passage): Promise<Failure | undefined> => {
  const { request, response } = passage;
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  // Each try listens for itself whether they leave.
  for (const side of [request, response]) side.setMaxListeners(0);
  const body = await smallBody(request);
  let over = leaving.signal;
  let stage: Stage = 'unsent';
  for (let failures = 1; ; failures += 1) {
    const failure = await sendOnce(passage, body);
    if (!failure) return undefined;
    stage = furtherOf(stage, failure.stage);
    if (failures === 1) over = AbortSignal.any([over, AbortSignal.timeout(PATIENCE_MS)]);
    const again = body && isSafeToRepeat(request, failure) && (await timeToTryAgain(failures, over));
    if (!again) return { ...failure, stage };
  }
};

/** What one try may have brought there, no later one takes back. */
const furtherOf = (before: Stage, now: Stage): Stage => (now === 'unsent' ? before : now);

/** What did not arrive did nothing, a question does nothing either, and a command is recorded once under its key. */
const isSafeToRepeat = ({ method, headers }: Request, { stage }: Failure): boolean => {
  if (stage === 'unsent') return true;
  return stage === 'broken-off' && (['GET', 'HEAD'].includes(method) || Boolean(headers['idempotency-key']));
};
