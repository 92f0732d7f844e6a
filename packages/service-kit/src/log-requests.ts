import type { Request, RequestHandler, Response } from 'express';
import { correlationIdOf } from './correlation-id.ts';
import type { Logger } from './logger.ts';
import { TRUST_PATH } from './trust-path.ts';

/** Asked every few seconds by whatever watches the service. */
const unheard = new Set(['/livez', '/readyz', TRUST_PATH]);

/**
 * One line for each request: method, path without its query, status, duration, correlation id, code of a refusal. Never
 * a body or a header. A request whose caller went away before the answer is logged then.
 */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const level = response.statusCode >= 500 ? 'error' : 'info';
      if (!logger.isLevelEnabled(level) || unheard.has(request.originalUrl)) return;
      logger[level](lineOf(response, performance.now() - began), summaryOf(request, response));
    });
    next();
  };

const lineOf = (response: Response, milliseconds: number): object => {
  const code = response.locals['problemCode'] as string | undefined;
  return {
    correlationId: correlationIdOf(response),
    milliseconds: Math.round(milliseconds),
    ...(code ? { code } : {}),
    ...(response.writableFinished ? {} : { unanswered: true }),
  };
};

const summaryOf = ({ method, originalUrl }: Request, { statusCode }: Response): string =>
  `${method} ${originalUrl.replace(/\?.*$/, '')} ${statusCode}`;
