import type { Request, RequestHandler } from 'express';
import { correlationIdOf } from './correlation-id.ts';
import { problem } from './problem.ts';
import { sendProblem } from './send-problem.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps a page of another site from acting in the name of whoever is signed in. A browser says where a request comes
 * from (`Sec-Fetch-Site`, or `Origin` in older ones); a request without either is not a browser's.
 */
export const requireSameOrigin: RequestHandler = (request, response, next) => {
  if (harmless.has(request.method) || comesFromHere(request)) return next();
  return sendProblem(response, problem('foreign-origin', correlationIdOf(response)).problem);
};

const comesFromHere = (request: Request): boolean => {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  return origin === undefined || (hostOf(origin) ?? 'none') === request.get('host');
};

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/** Answers only to the names it is meant to be called by, so that a foreign name pointed at this address gets nowhere. */
export const requireHost =
  (names: readonly string[]): RequestHandler =>
  (request, response, next) => {
    if (names.includes(request.hostname)) return next();
    return sendProblem(response, problem('host-unknown', correlationIdOf(response)).problem);
  };
