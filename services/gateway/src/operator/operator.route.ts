import { correlationIdOf, type Identity, sendProblem, signedInOnly } from '@demarche/service-kit';
import { type Request, type RequestHandler, Router } from 'express';
import { OperatorRefused, type ReplicasToAsk } from './ask-replicas.ts';
import { type OperatedReplicas, operatedReplicas, operatorPaths } from './operated-replicas.ts';

/** What an operator asks and wishes of the views, at the addresses at which one replica takes it: here of all of them. */
export const operatorRoute = (replicas: ReplicasToAsk, identity: Identity): Router => {
  const router = Router();
  const answering = (answer: Answer, status = 200) => answerWith(replicas, answer, status);
  router.use('/operator', signedInOnly(identity));
  router.get(
    operatorPaths.doctor,
    answering((all) => all.doctor()),
  );
  router.get(
    operatorPaths.parked,
    answering((all) => all.parked()),
  );
  router.post(
    operatorPaths.replay,
    answering((all, { body }) => all.replay(body)),
  );
  router.get(
    operatorPaths.rebuild,
    answering((all) => all.rebuild()),
  );
  router.post(
    operatorPaths.rebuild,
    answering((all, { body }) => all.beginRebuild(body), 202),
  );
  router.post(
    operatorPaths.cancel,
    answering((all) => all.cancelRebuild()),
  );
  return router;
};

type Answer = (all: OperatedReplicas, request: Request) => Promise<object>;

const answerWith =
  (replicas: ReplicasToAsk, answer: Answer, status: number): RequestHandler =>
  async (request, response) => {
    try {
      const told = await answer(operatedReplicas(replicas, correlationIdOf(response)), request);
      response.status(status).json(told);
    } catch (error) {
      if (!(error instanceof OperatorRefused)) throw error;
      sendProblem(response, error.problem);
    }
  };
