import { correlationIdOf, type Logger, type ProblemCode, problem, sendProblem } from '@demarche/service-kit';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { ViewsNotReady } from '../engine/open-views.ts';
import { RebuildUnderWay } from '../engine/rebuilds.ts';
import { RebuildNeeded } from '../engine/run-projections.ts';
import { UnknownView } from '../engine/unknown-view.ts';
import type { ProjectionsModule } from '../module.ts';
import { type DoctorPorts, doctorFacts } from './doctor-facts.ts';

export interface OperatorPorts extends DoctorPorts {
  /** Lets those through who may operate the views. */
  readonly guard: RequestHandler;
  readonly logger: Pick<Logger, 'error'>;
  readonly projections: Pick<
    ProjectionsModule,
    'status' | 'rebuild' | 'callOffRebuild' | 'rebuildState' | 'replayParked'
  >;
}

/** Which view is meant; all where none is named. */
const Wish = z.object({ view: z.string().optional() }).catch({});

/**
 * What `demarche doctor` asks, `GET /operator/doctor`; and what `demarche projections` asks, below
 * `/operator/projections`: `GET parked`, `POST replay`, `GET rebuild`, `POST rebuild`, which answers once it is begun, and
 * `POST rebuild/cancel`.
 */
export const operateProjectionsRoute = (ports: OperatorPorts): Router => {
  const { guard, logger, projections } = ports;
  const router = Router();
  router.use('/operator', guard);
  router.get('/operator/doctor', async (_request, response) => {
    response.json(await doctorFacts(ports));
  });
  router.get('/operator/projections/parked', async (_request, response) => {
    const { parked } = await projections.status();
    response.json({ parked });
  });
  router.post(
    '/operator/projections/replay',
    answering((request) => projections.replayParked(Wish.parse(request.body).view)),
  );
  router.get('/operator/projections/rebuild', (_request, response) => {
    response.json({ rebuild: projections.rebuildState() });
  });
  router.post(
    '/operator/projections/rebuild',
    answering((request, response) => {
      projections
        .rebuild(Wish.parse(request.body).view)
        .catch((error: unknown) => logger.error({ err: error }, 'the views could not be built anew'));
      response.status(202);
      return { rebuild: projections.rebuildState() };
    }),
  );
  router.post(
    '/operator/projections/rebuild/cancel',
    answering(async () => ({ cancelled: await projections.callOffRebuild(), rebuild: projections.rebuildState() })),
  );
  return router;
};

/** The problem that a refusal of the projections is answered as, in their own words where they have any. */
const problemCodes: readonly (readonly [new (...args: never[]) => Error, ProblemCode])[] = [
  [UnknownView, 'view-unknown'],
  [RebuildUnderWay, 'rebuild-under-way'],
  [RebuildNeeded, 'rebuild-needed'],
  [ViewsNotReady, 'views-unavailable'],
];

const answering =
  (answer: (request: Request, response: Response) => unknown): RequestHandler =>
  async (request, response) => {
    try {
      response.json(await answer(request, response));
    } catch (error) {
      const code = problemCodes.find(([kind]) => error instanceof kind)?.[1];
      if (!code) throw error;
      sendProblem(response, problem(code, correlationIdOf(response), { detail: (error as Error).message }).problem);
    }
  };
