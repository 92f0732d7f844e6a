import { createHttpApp, type HealthCheck, healthRoutes, type Logger, type Readiness } from '@demarche/service-kit';
import type { Express } from 'express';

export interface RelayAppParts {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly checks: Readonly<Record<string, HealthCheck>>;
}

/** The relay answers nothing but how it does. */
export const createRelayApp = ({ logger, readiness, checks }: RelayAppParts): Express =>
  createHttpApp({ logger, mount: (app) => app.use(healthRoutes(checks, readiness)) });
