import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { type ProblemCode, problem } from './problem.ts';

/** How patient a server is, in milliseconds, and with how many at once. */
export interface ServerLimits {
  /** For the head of a request to arrive. */
  readonly headMs: number;
  /** For a whole request to arrive. */
  readonly requestMs: number;
  /** For the next request on a connection. */
  readonly idleMs: number;
  /** For a reader to take on an answer that is being sent. */
  readonly stallMs: number;
  /** For the rest of a request that was answered before it had arrived. */
  readonly lingerMs: number;
  readonly connections: number;
}

export const serverLimits: ServerLimits = {
  headMs: 10_000,
  requestMs: 60_000,
  idleMs: 15_000,
  stallMs: 30_000,
  lingerMs: 5_000,
  connections: 1_000,
};

const LOOK_EVERY_MS = 1_000;

/**
 * An HTTP server that nobody can hold up by being slow: heads, bodies, readers and silent connections each have their
 * time. What is refused before there is a request is refused with a problem document too.
 */
export const createHttpServer = (listener: RequestListener, limits: Partial<ServerLimits> = {}): Server => {
  const { headMs, requestMs, idleMs, stallMs, lingerMs, connections } = { ...serverLimits, ...limits };
  const server = createServer(
    {
      headersTimeout: headMs,
      requestTimeout: requestMs,
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, headMs, requestMs),
    },
    listener,
  );
  server.maxConnections = connections;
  const exchanges = new WeakMap<Duplex, Exchange>();
  const begin: RequestListener = (request, response) => {
    exchanges.set(request.socket, { request, response });
    cutOffTheRest(request, response, lingerMs);
  };
  // Before the listener, which may have answered by the time it returns.
  server.prependListener('request', begin);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    begin(request, response);
    const { status, head, body } = answerOf('expectation-unknown');
    response.writeHead(status, head).end(body);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket, exchanges.get(socket)));
  server.setTimeout(stallMs);
  server.on('timeout', (socket) => {
    if (isWaitingForUs(exchanges.get(socket)) && socket.writableLength === 0) socket.setTimeout(stallMs);
    else socket.destroy();
  });
  return server;
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Live updates and long work are silent for as long as they like; who does not read what was sent is not. */
const isWaitingForUs = (exchange: Exchange | undefined): boolean =>
  exchange !== undefined && !exchange.response.writableFinished;

const cutOffTheRest = (request: IncomingMessage, response: ServerResponse, lingerMs: number): void => {
  response.once('finish', () => {
    if (request.complete) return;
    const cut = setTimeout(() => request.socket.destroy(), lingerMs).unref();
    request.once('close', () => clearTimeout(cut));
  });
};

const problemOfFault: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** The connection is of no further use; whoever has not read why it ends by then never will. */
const FAREWELL_MS = 1_000;

const refuse = ({ code = '' }: NodeJS.ErrnoException, socket: Duplex, exchange: Exchange | undefined): void => {
  const underWay = exchange && !exchange.request.complete && exchange.response.headersSent;
  if (code === 'ECONNRESET' || !socket.writable || underWay) return void socket.destroy();
  const { status, head, body } = answerOf(problemOfFault[code] ?? 'unreadable');
  const lines = Object.entries({ ...head, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
};

const answerOf = (code: ProblemCode) => {
  const { problem: document } = problem(code, randomUUID());
  const body = JSON.stringify(document);
  const head = { 'Content-Type': 'application/problem+json', 'Content-Length': Buffer.byteLength(body) };
  return { status: document.status, head, body };
};
