import type { AnswerTo, QueryClient } from '@demarche/contracts';
import { correlationIdOf, type Identity, problem, sendProblem } from '@demarche/service-kit';
import { type RequestHandler, Router } from 'express';
import { askViews } from '../views/ask-views.ts';

export interface OperatorPorts {
  readonly identity: Identity;
  readonly queries: QueryClient;
  /** Builds all views anew; true once the new ones answer, false when Demarche was stopped before. */
  readonly rebuild: () => Promise<boolean>;
}

/** What `demarche projections` asks: `GET /operator/projections/parked`, `POST /operator/projections/rebuild`. */
export const operatorRoutes = ({ identity, queries, rebuild }: OperatorPorts): Router => {
  const router = Router();
  router.use('/operator', signedInOnly(identity));
  router.get('/operator/projections/parked', async (_request, response) => {
    const { parked } = (await askViews(queries, {
      query: 'projection-status',
      arguments: {},
    })) as AnswerTo<'projection-status'>;
    response.json({ parked });
  });
  router.post('/operator/projections/rebuild', async (_request, response) => {
    if (await rebuild()) response.json({ rebuilt: true });
    else sendProblem(response, problem('stopping', correlationIdOf(response)).problem);
  });
  return router;
};

const signedInOnly =
  (identity: Identity): RequestHandler =>
  async (request, response, next) => {
    if (await identity.identify(request)) return next();
    return sendProblem(response, problem('not-signed-in', correlationIdOf(response)).problem);
  };
