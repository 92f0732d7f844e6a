import { type ProblemDocument, type QueryBatchAnswer, type QueryClient, QueryRefused } from '@demarche/contracts';
import { correlationIdOf, problem, sendProblem } from '@demarche/service-kit';
import { type RequestHandler, Router } from 'express';
import { ViewsNotReady } from '../engine/open-views.ts';
import { toBatch } from './to-batch.ts';

const refusal = (error: QueryRefused, correlationId: string): ProblemDocument => ({
  type: `urn:demarche:problem:${error.code}`,
  title: 'The question cannot be answered as it was put',
  status: 400,
  detail: error.message,
  code: error.code,
  correlationId,
});

const answering =
  (client: QueryClient): RequestHandler =>
  async (request, response, next) => {
    try {
      const { questions, ...options } = toBatch(request.body);
      const answer = await client.ask(
        questions as Parameters<QueryClient['ask']>[0],
        options as Parameters<QueryClient['ask']>[1],
      );
      response.json(answer satisfies QueryBatchAnswer | object);
    } catch (error) {
      const correlationId = correlationIdOf(response);
      if (error instanceof QueryRefused) return sendProblem(response, refusal(error, correlationId));
      if (error instanceof ViewsNotReady)
        return sendProblem(response, problem('views-unavailable', correlationId).problem);
      return next(error);
    }
  };

/** `POST /queries`: a batch of questions, answered from one consistent state. It reads, whatever its method says. */
export const answerQueriesRoute = (client: QueryClient): Router => Router().post('/queries', answering(client));
