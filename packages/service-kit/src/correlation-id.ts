import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** Takes the caller's `X-Correlation-Id` where it is fit to be logged, else makes one, and sends it back. */
export const correlate: RequestHandler = (request, response, next) => {
  const given = request.get('x-correlation-id');
  const correlationId = given !== undefined && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID();
  response.locals['correlationId'] = correlationId;
  response.set('X-Correlation-Id', correlationId);
  next();
};

export const correlationIdOf = (response: Response): string => String(response.locals['correlationId'] ?? '');
