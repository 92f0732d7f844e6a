import { StoreUnavailable } from '@demarche/event-store';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, Router } from 'express';
import { BODY_LIMIT } from './body-limit.ts';
import { correlate, correlationIdOf } from './correlation-id.ts';
import { jsonBody } from './json-body.ts';
import { logRequests } from './log-requests.ts';
import type { Logger } from './logger.ts';
import { ProblemError, problem, problemOfStore } from './problem.ts';
import type { ProblemCode } from './problems.ts';
import { requireHost, requireSameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { sendProblem } from './send-problem.ts';
import { traceRequests } from './trace-requests.ts';

export interface HttpAppOptions {
  readonly logger: Logger;
  /** Mounts the routes. What they throw, and what none of them answers, becomes a problem document. */
  readonly mount: (app: Express) => void;
  /**
   * Bodies are JSON of at most 100 KiB. Paths that begin with one of these take more bytes, or read their bodies
   * themselves.
   */
  readonly bodies?: Readonly<Record<string, number | 'read-by-the-route'>>;
  /** Host names it answers to; without it, to all. */
  readonly hosts?: readonly string[];
}

/** The frame of every service's HTTP: correlation, log, headers, same-origin check, JSON in, problem documents out. */
export const createHttpApp = ({ logger, mount, bodies = {}, hosts }: HttpAppOptions): Express => {
  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(correlate, logRequests(logger), securityHeaders);
  if (hosts) app.use(requireHost(hosts));
  app.use(requireSameOrigin, traceRequests, jsonBodies(bodies));
  mount(app);
  app.use(nothingHere, faults(logger));
  return app;
};

/** Finds who reads a body as routes are found: whatever spelling a route answers to, its body is left to it. */
const jsonBodies = (bodies: NonNullable<HttpAppOptions['bodies']>): Router => {
  const router = Router();
  const leave: RequestHandler = (_request, _response, next) => next('router');
  for (const [path, limit] of Object.entries(bodies)) {
    router.use(path, ...(limit === 'read-by-the-route' ? [] : [jsonBody(limit)]), leave);
  }
  return router.use(jsonBody(BODY_LIMIT));
};

const nothingHere: RequestHandler = (_request, response) =>
  sendProblem(response, problem('not-found', correlationIdOf(response)).problem);

const faults =
  (logger: Logger): ErrorRequestHandler =>
  (error, _request, response, next) => {
    const code = codeOf(error);
    if (code === 'internal-error') {
      logger.error({ correlationId: correlationIdOf(response), err: error }, 'a request failed');
    }
    if (response.headersSent) return next(error);
    return sendProblem(response, problem(code, correlationIdOf(response)).problem);
  };

/** What Express throws carries a status; everything else is our fault. */
const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof ProblemError) return error.code;
  if (error instanceof StoreUnavailable) return problemOfStore[error.trouble];
  const { status } = error as { status?: unknown };
  return typeof status === 'number' && status < 500 ? 'unreadable' : 'internal-error';
};
