import { createHttpApp, type HealthCheck, healthRoutes, type Logger, type Readiness } from '@demarche/service-kit';
import type { Express, RequestHandler } from 'express';
import { passedOnBodies, passToGateway } from './pass-to-gateway.ts';

export interface ConsoleAppParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** The names that it answers to. */
  readonly hosts: readonly string[];
  /** Where the gateway is: `http://gateway:4806`. */
  readonly gateway: string;
  readonly pages: RequestHandler;
}

/** The one door for people and programs: pages from here, everything else from the gateway. */
export const consoleApp = ({ logger, readiness, checks, hosts, gateway, pages }: ConsoleAppParts): Express =>
  createHttpApp({
    logger,
    hosts,
    bodies: passedOnBodies,
    mount(app) {
      app.use(healthRoutes(checks, readiness));
      app.use(passToGateway(gateway, logger));
      app.use(pages);
    },
  });
