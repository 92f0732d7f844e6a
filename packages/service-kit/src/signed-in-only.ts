import type { RequestHandler } from 'express';
import { correlationIdOf } from './correlation-id.ts';
import type { Identity } from './identity.ts';
import { problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

/** Lets those through who are signed in; everybody else is refused. */
export const signedInOnly =
  (identity: Identity): RequestHandler =>
  async (request, response, next) => {
    if (await identity.identify(request)) return next();
    return sendProblem(response, problem('not-signed-in', correlationIdOf(response)).problem);
  };
