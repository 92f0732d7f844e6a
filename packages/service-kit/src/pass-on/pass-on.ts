import type { Request, Response } from 'express';
import { correlationIdOf } from '../correlation-id.ts';
import type { Logger } from '../logger.ts';
import { problem } from '../problem.ts';
import type { ProblemCode } from '../problems.ts';
import { sendProblem } from '../send-problem.ts';
import type { Destination } from './destination.ts';
import { headersFor } from './headers-for.ts';
import { keptConnections } from './kept-connections.ts';
import { sendPatiently } from './send-patiently.ts';

export interface PassOnOptions {
  readonly logger: Pick<Logger, 'warn'>;
  /** What is answered, with status 503, while the other service is away. */
  readonly away: ProblemCode;
  /** What is answered instead where no connection came about, so that nothing arrived. */
  readonly unreached?: ProblemCode;
}

/**
 * Passes requests on to another service and its answers back, both as they come: a large body is not gathered first, and a
 * live stream is not held up. A small one is held until it is answered: while the other service is started anew, what is
 * safe to repeat is sent again. Whoever leaves is left there too. The request's body must not have been read.
 */
export const passOn = ({ logger, away, unreached = away }: PassOnOptions) => {
  const connections = keptConnections();
  return async (request: Request, response: Response, to: Destination): Promise<void> => {
    const correlationId = correlationIdOf(response);
    request.headers = headersFor(request.headers, to, correlationId);
    request.url = request.originalUrl;
    const failure = await sendPatiently({ request, response, to, connections });
    // Whoever has left is told nothing.
    if (!failure || response.destroyed) return;
    logger.warn({ correlationId, err: failure.error }, 'a service could not be reached');
    if (failure.stage === 'answering') response.destroy();
    else sendProblem(response, problem(failure.stage === 'unsent' ? unreached : away, correlationId).problem);
  };
};
