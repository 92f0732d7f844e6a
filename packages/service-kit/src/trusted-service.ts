import type { RequestHandler } from 'express';
import { correlationIdOf } from './correlation-id.ts';
import { problem } from './problem.ts';
import { rememberedProofs } from './remembered-proofs.ts';
import { sendProblem } from './send-problem.ts';
import { readSignedText, signText } from './signed-text.ts';

const HEADER = 'x-demarche-service';

/** What is signed. It names no officer, so that neither proof can stand in for the other. */
const WORDS = Buffer.from(JSON.stringify({ service: 'demarche' })).toString('base64url');

/** Lets those through who prove, by a key that only services hold, to be one; everybody else is refused. */
export const trustedService = (key: Uint8Array): RequestHandler => {
  const proves = rememberedProofs((proof) => (readSignedText(proof, key) === WORDS ? true : null));
  return ({ headers }, response, next) => {
    const given = headers[HEADER];
    if (typeof given === 'string' && proves(given)) return next();
    return sendProblem(response, problem('not-a-service', correlationIdOf(response)).problem);
  };
};

/** The header that `trustedService` believes. */
export const trustedServiceHeader = (key: Uint8Array): Readonly<Record<string, string>> => ({
  [HEADER]: signText(WORDS, key),
});
