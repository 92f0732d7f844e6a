import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { requestHeaders } from './request-headers.ts';

/** Takes the caller's `X-Correlation-Id` where it is fit to be logged, else makes one, and sends it back. */
export const correlate: RequestHandler = (request, response, next) => {
  const given = request.headers['x-correlation-id'];
  const correlationId = typeof given === 'string' && requestHeaders.correlationId.test(given) ? given : randomUUID();
  response.locals['correlationId'] = correlationId;
  response.setHeader('X-Correlation-Id', correlationId);
  next();
};

export const correlationIdOf = (response: Response): string => String(response.locals['correlationId'] ?? '');
