import type { CommandAnswer } from '@demarche/contracts';
import { type Request, type Response, Router } from 'express';
import type { CommandReply, CommandRoute } from './command-route.ts';
import { correlationIdOf } from './correlation-id.ts';
import type { Identity } from './identity.ts';
import { problem } from './problem.ts';
import { requestHeaders } from './request-headers.ts';
import { sendProblem } from './send-problem.ts';

/** The HTTP way into commands: each is a POST to the path of its contract. */
export const mountCommands = (routes: readonly CommandRoute[], identity: Identity): Router => {
  const router = Router();
  for (const route of routes) {
    router
      .route(route.definition.path)
      .post(async (request, response) => answer(response, await take(route, identity, request, response)))
      .all((_request, response) => {
        response.set('Allow', 'POST');
        sendProblem(response, problem('method-not-allowed', correlationIdOf(response)).problem);
      });
  }
  return router;
};

const take = async (
  route: CommandRoute,
  identity: Identity,
  request: Request,
  response: Response,
): Promise<CommandReply> => {
  const correlationId = correlationIdOf(response);
  const officer = await identity.identify(request);
  if (!officer) return problem('not-signed-in', correlationId);
  if (!request.is('application/json')) return problem('unsupported-media-type', correlationId);
  const contradicted = contradictedFields(request);
  if (contradicted.length > 0) return problem('malformed', correlationId, { errors: contradicted });
  const ifMatch = request.get('if-match');
  const revision = ifMatch === undefined ? undefined : revisionIn(ifMatch);
  if (revision === null) return problem('malformed', correlationId, { errors: [faultyIfMatch] });
  return route.execute({
    input: inputOf(request),
    commandId: request.get('idempotency-key'),
    officer,
    correlationId,
    ...(revision === undefined ? {} : { ifMatch: revision }),
  });
};

const faultyIfMatch = { field: 'If-Match', message: 'must be the ETag of the record as you saw it, such as W/"3"' };

/** Path and body speak of one input; what the path names need not be in the body, and must not be contradicted there. */
const inputOf = ({ body, params }: Request): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...params } : body;

const contradictedFields = ({ body, params }: Request) =>
  Object.entries(params)
    .filter(([name, value]) => typeof body === 'object' && body !== null && name in body && body[name] !== value)
    .map(([field, value]) => ({ field, message: `must be left out or be ${value}, as in the address` }));

const revisionIn = (header: string): number | null => {
  const found = requestHeaders.ifMatch.exec(header.trim());
  return found ? Number(found[1]) : null;
};

const answer = (response: Response, reply: CommandReply): void => {
  if (reply.outcome === 'refused') {
    const { currentRevision } = reply.problem;
    if (currentRevision !== undefined) response.set('ETag', entityTag(currentRevision));
    return sendProblem(response, reply.problem);
  }
  const body = JSON.stringify(reply.answer);
  response.writeHead(reply.status, headersOf(reply.answer, body)).end(body);
};

const headersOf = ({ location, revision, position }: CommandAnswer, body: string) => ({
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': Buffer.byteLength(body),
  Location: location,
  ETag: entityTag(revision),
  'X-Position': String(position),
});

const entityTag = (revision: number): string => `W/"${revision}"`;
