import { type Logger, letArrive, passOn } from '@demarche/service-kit';
import { type RequestHandler, Router } from 'express';

/** A live stream says something every few seconds. */
const USUAL_MS = 60_000;

/** Milliseconds of silence after which the gateway is given up, by what it is asked: files take their time, and views of a long record too. */
const patience = {
  '/api': USUAL_MS,
  '/graphql': USUAL_MS,
  '/identity': USUAL_MS,
  // `/import` itself is a page.
  '/import/countries': USUAL_MS,
  '/import/preview': 5 * 60_000,
  '/operator': 30 * 60_000,
} as const;

const paths = Object.keys(patience) as (keyof typeof patience)[];

/** For `createHttpApp`: whatever goes to the gateway is read there. */
export const passedOnBodies = Object.fromEntries(paths.map((path) => [path, 'read-by-the-route' as const]));

/** Passes everything that is not a page on to the gateway, as it comes. */
export const passToGateway = (address: string, logger: Logger): Router => {
  const pass = passOn({ logger, away: 'gateway-unavailable' });
  const within =
    (timeoutMs: number): RequestHandler =>
    (request, response) =>
      pass(request, response, { address, timeoutMs });
  const router = Router();
  router.use('/import/preview', (request, _response, next) => {
    letArrive(request);
    next();
  });
  for (const path of paths) router.use(path, within(patience[path]));
  return router;
};
