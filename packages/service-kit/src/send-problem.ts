import type { ProblemDocument } from '@demarche/contracts';
import type { Response } from 'express';

/** Answers with a problem document; its code goes into the request's log line. */
export const sendProblem = (response: Response, document: ProblemDocument): void => {
  response.locals['problemCode'] = document.code;
  response.status(document.status).type('application/problem+json').send(JSON.stringify(document));
};
