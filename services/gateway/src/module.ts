import type { CommandClient, QueryClient } from '@demarche/contracts';
import type { Signals } from '@demarche/messaging';
import { correlationIdOf, type Identity, type Logger } from '@demarche/service-kit';
import { type Request, type Response, Router } from 'express';
import { createYoga } from 'graphql-yoga';
import { pushChanges } from './changes/push-changes.ts';
import type { GatewayContext } from './context.ts';
import { errorMask } from './http/mask-error.ts';
import { useCompressedAnswers } from './http/use-compressed-answers.ts';
import { useGraphql17 } from './http/use-graphql-17.ts';
import { useJsonOnly } from './http/use-json-only.ts';
import { type Limits, limits } from './limits/limits.ts';
import { Points } from './point/points.ts';
import { schema } from './schema.ts';

/** What the gateway is handed: where it reads, where it sends commands, what tells it of changes, who asks. */
export interface GatewayPorts {
  readonly queries: QueryClient;
  readonly commands: CommandClient;
  readonly signals: Signals;
  readonly identity: Identity;
  readonly logger: Logger;
}

export interface GatewaySettings {
  /** Whether clients may ask for the schema and get hints at names that they misspelt. Off in production. */
  readonly introspection?: boolean;
  /** In place of the usual figures. */
  readonly limits?: Partial<Limits>;
}

export interface GatewayModule {
  readonly name: 'gateway';
  /** Answers `/graphql`. It reads its bodies itself: see `bodies`. */
  readonly router: Router;
  /** For `createHttpApp`. */
  readonly bodies: { readonly '/graphql': 'read-by-the-route' };
  /**
   * Answers one question for whoever made a request, without another request. For pages that are sent with what they ask
   * first.
   * @returns the document's data; nothing where it was refused or any part of it failed
   */
  answer(question: Question, request: Request): Promise<Record<string, unknown> | undefined>;
  /** Ends every subscription, so that the server can stop. */
  close(): void;
}

/** A document, and what it is asked with. */
interface Question {
  readonly query: string;
  readonly variables: object;
}

const AS_JSON = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

/** The graph, ready to be mounted in a server of its own or beside other services. */
export const gatewayModule = (ports: GatewayPorts, settings: GatewaySettings = {}): GatewayModule => {
  const closing = new AbortController();
  const pushing = { ...ports, signals: pushChanges(ports.signals) };
  const within = { ...limits, ...settings.limits };
  const yoga = createYoga<{ req: Request; res: Response }>({
    schema,
    logging: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: within.bodyBytes,
    maskedErrors: { maskError: errorMask(ports.logger) },
    plugins: [
      useJsonOnly(),
      useGraphql17({ introspection: settings.introspection ?? false, limits: within }),
      useCompressedAnswers(),
    ],
    context: ({ req, res }) => contextOf(pushing, req, res, closing.signal),
  });
  const router = Router();
  router.all('/graphql', (request, response) => yoga(request, response));
  return {
    name: 'gateway',
    router,
    bodies: { '/graphql': 'read-by-the-route' },
    async answer(question, req) {
      const sent = { method: 'POST', headers: AS_JSON, body: JSON.stringify(question) };
      const reply = await yoga.fetch('http://demarche/graphql', sent, { req, res: req.res as Response });
      const { data, errors } = (await reply.json()) as { data?: Record<string, unknown>; errors?: unknown };
      return errors ? undefined : data;
    },
    close: () => closing.abort(),
  };
};

const contextOf = async (
  { queries, commands, signals, identity }: GatewayPorts,
  request: Request,
  response: Response,
  closing: AbortSignal,
): Promise<GatewayContext> => ({
  officer: await identity.identify(request),
  correlationId: correlationIdOf(response),
  points: new Points(queries),
  commands,
  signals,
  closing,
});
