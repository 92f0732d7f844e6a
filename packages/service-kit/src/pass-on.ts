import { Agent, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { traceHeaders } from '@demarche/telemetry';
import type { Request, Response } from 'express';
import { createProxyServer } from 'httpxy';
import { correlationIdOf } from './correlation-id.ts';
import { serverLimits } from './http-server.ts';
import type { Logger } from './logger.ts';
import { problem } from './problem.ts';
import type { ProblemCode } from './problems.ts';
import { sendProblem } from './send-problem.ts';

export interface PassOnOptions {
  readonly logger: Pick<Logger, 'warn'>;
  /** What is answered, with status 503, while the other service is away. */
  readonly away: ProblemCode;
}

export interface Destination {
  /** Such as `http://gateway:4806`; the path of the request follows it. */
  readonly address: string;
  /** Milliseconds of silence until the other service is given up. A live stream that says nothing for as long has died. */
  readonly timeoutMs: number;
  /** Headers of the request that stay here, lower-case. */
  readonly without?: readonly string[];
  /** Headers that go with it beside its own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** They are about one connection, and none of them goes further than that. */
const OF_THE_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  'expect',
];

/** How an answer is cut into pieces is each connection's own affair; of a request it is what bounds the body. */
const OF_AN_ANSWERS_CONNECTION = [...OF_THE_CONNECTION, 'transfer-encoding'];

const CONNECT_WITHIN_MS = 5_000;

/** Let go before the other service does, which would lose whatever is being sent at that moment. */
const kept = { keepAlive: true, timeout: serverLimits.idleMs - 5_000 };

/**
 * Passes requests on to another service and its answers back, both as they come: a body is not gathered first, and a live
 * stream is not held up. Whoever leaves is left there too. The request's body must not have been read.
 */
export const passOn = ({ logger, away }: PassOnOptions) => {
  // One connection for each live stream, however many there are.
  const agents = { 'http:': new Agent(kept), 'https:': new SecureAgent(kept) };
  const proxy = createProxyServer({});
  proxy.on('proxyReq', connectInTime);
  proxy.on('proxyRes', (answer, _request, response) => sendBack(answer, response as Response));

  return async (request: Request, response: Response, to: Destination): Promise<void> => {
    request.headers = headersFor(request.headers, to, correlationIdOf(response));
    request.url = request.originalUrl;
    try {
      const { address: target, timeoutMs: proxyTimeout } = to;
      const agent = agents[target.startsWith('https:') ? 'https:' : 'http:'];
      await proxy.web(request, response, { target, agent, proxyTimeout, selfHandleResponse: true });
    } catch (error) {
      logger.warn({ correlationId: correlationIdOf(response), err: error }, 'a service could not be reached');
      if (response.headersSent) response.destroy();
      else sendProblem(response, problem(away, correlationIdOf(response)).problem);
    }
  };
};

const headersFor = (
  given: IncomingHttpHeaders,
  { without = [], headers = {} }: Destination,
  correlationId: string,
): IncomingHttpHeaders => {
  const staying = new Set([...OF_THE_CONNECTION, ...without]);
  const going = Object.entries(given).filter(([name]) => !staying.has(name));
  return { ...Object.fromEntries(going), 'x-correlation-id': correlationId, ...traceHeaders(), ...headers };
};

/** A host that does not so much as refuse would be waited for over two minutes. */
const connectInTime = (request: ClientRequest): void => {
  const { socket } = request;
  if (!socket?.connecting) return;
  const late = setTimeout(() => request.destroy(new Error('No connection came about')), CONNECT_WITHIN_MS);
  for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(late));
};

const sendBack = (answer: IncomingMessage, response: Response): void => {
  response.status(answer.statusCode ?? 502);
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !OF_AN_ANSWERS_CONNECTION.includes(name)) response.setHeader(name, value);
  }
  // A live stream may begin long before it has something to say.
  if (answer.headers['content-type']?.startsWith('text/event-stream')) response.flushHeaders();
  answer.pipe(response);
};
