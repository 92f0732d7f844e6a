import { commandCatalogue, type OwningService } from '@demarche/contracts';
import {
  correlationIdOf,
  type Identity,
  type Logger,
  passOn,
  problem,
  type ServiceKey,
  sendProblem,
  trustedHeader,
} from '@demarche/service-kit';
import { type RequestHandler, Router } from 'express';

export interface PassCommandsPorts {
  /** Where each write service is: `http://recommendations:4801`. */
  readonly services: Readonly<Record<OwningService, string>>;
  /** Shared with the write services; proves to them that the officer named is the one signed in here. */
  readonly key: ServiceKey;
  readonly identity: Identity;
  readonly logger: Logger;
}

/** For `createHttpApp`: a command's body goes on as it comes, and the service that owns the command reads it. */
export const passCommandsBodies = { '/api': 'read-by-the-route' } as const;

const TIMEOUT_MS = 30_000;

/** What was meant for this service, and what nobody but this service may say. */
const STAYS_HERE = [
  'authorization',
  'cookie',
  'origin',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'x-demarche-officer',
  'x-demarche-service',
];

/**
 * The way in for programs: `POST /api` and the path of a command, as the write services take it. Whoever is signed in is
 * named to the service that owns the command; all else is that service's affair.
 */
export const passCommandsRoute = ({ services, key, identity, logger }: PassCommandsPorts): Router => {
  const pass = passOn({ logger, away: 'service-unavailable', unreached: 'service-unreachable' });
  const to =
    (address: string): RequestHandler =>
    async (request, response) => {
      const officer = await identity.identify(request);
      if (!officer) return sendProblem(response, problem('not-signed-in', correlationIdOf(response)).problem);
      const headers = { host: new URL(address).host, ...trustedHeader(officer, key) };
      return pass(request, response, { address, timeoutMs: TIMEOUT_MS, without: STAYS_HERE, headers });
    };
  const router = Router();
  for (const { path, service } of Object.values(commandCatalogue)) router.all(`/api${path}`, to(services[service]));
  return router;
};
