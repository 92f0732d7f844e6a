import type { ProblemDocument } from '@demarche/contracts';
import type { Response } from 'express';

/** So many seconds until it is worth trying again. What passes at all, a lock or a stop, passes about as fast. */
export const retryAfter = '2';

/** Answers with a problem document; its code goes into the request's log line. */
export const sendProblem = (response: Response, document: ProblemDocument): void => {
  response.locals['problemCode'] = document.code;
  if (document.status === 503) response.set('Retry-After', retryAfter);
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
};
