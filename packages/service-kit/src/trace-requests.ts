import {
  isExporting,
  metricAttributes,
  metrics,
  record,
  type SpanDetails,
  spanAttributes,
  spanNames,
  withinRequestSpan,
} from '@demarche/telemetry';
import type { Request, RequestHandler, Response } from 'express';

/** Asked every few seconds by whatever watches the service. */
const untraced = new Set(['/livez', '/readyz']);

/** Does what follows as a part of the caller's trace, within a span from arrival to the end of the answer. */
export const traceRequests: RequestHandler = (request, response, next) => {
  if (!isExporting() || untraced.has(request.path)) return next();
  const began = performance.now();
  return withinRequestSpan(spanNames.request(request.method), request.headers, (end) => {
    response.once('close', () => {
      const { method } = request;
      const { statusCode } = response;
      end({ [spanAttributes.method]: method, [spanAttributes.status]: statusCode, ...routeOf(request) });
      if (isLiveStream(response)) return;
      const details = { [metricAttributes.method]: method, [metricAttributes.status]: statusCode };
      record(metrics.requestDuration, (performance.now() - began) / 1_000, details);
    });
    next();
  });
};

/** The pattern that the path matched says which route it was; the path itself names records. */
const routeOf = ({ route }: Request): SpanDetails =>
  typeof route?.path === 'string' ? { [spanAttributes.route]: route.path } : {};

const isLiveStream = (response: Response): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');
