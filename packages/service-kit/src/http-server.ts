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
import { problem } from './problem.ts';
import type { ProblemCode } from './problems.ts';
import { watchArrival } from './watch-arrival.ts';

/** How patient a server is, in milliseconds, and with how many at once. */
export interface ServerLimits {
  /** For the head of a request to arrive. */
  readonly headMs: number;
  /** For the rest of a request to arrive; see `letArrive` for those that may take longer, */
  readonly requestMs: number;
  /** and of how many bytes of them are to come in that time. */
  readonly requestBytes: number;
  /** For the next request on a connection. */
  readonly idleMs: number;
  /** For a reader to take on an answer that is being sent. */
  readonly stallMs: number;
  /** For the rest of a request that was answered before it had arrived, */
  readonly lingerMs: number;
  /** and how many bytes that rest may have. */
  readonly lingerBytes: number;
  readonly connections: number;
}

export const serverLimits: ServerLimits = {
  headMs: 10_000,
  requestMs: 60_000,
  requestBytes: 128 * 1024,
  idleMs: 15_000,
  stallMs: 30_000,
  lingerMs: 5_000,
  lingerBytes: 16 * 1024 * 1024,
  connections: 1_000,
};

const LOOK_EVERY_MS = 1_000;

/**
 * An HTTP server that nobody can hold up by being slow: heads, bodies, readers and silent connections each have their
 * time. What is refused before there is a request is refused with a problem document too.
 */
export const createHttpServer = (listener: RequestListener, limits: Partial<ServerLimits> = {}): Server => {
  const patience = { ...serverLimits, ...limits };
  const { headMs, idleMs, stallMs, connections } = patience;
  const server = createServer(
    {
      headersTimeout: headMs,
      // Node has one for all of them.
      requestTimeout: 0,
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, headMs),
      // Node would refuse it without a word of why.
      requireHostHeader: false,
    },
    (request, response) => {
      // An answer with which the connection closes is the last.
      if (request.socket.writableEnded) return;
      if (saysItsHost(request)) listener(request, response);
      else answer(response, 'unreadable');
    },
  );
  server.maxConnections = connections;
  const exchanges = new WeakMap<Duplex, Exchange>();
  const begin: RequestListener = (request, response) => {
    exchanges.set(request.socket, { request, response });
    watchArrival(request, patience, () => refuse(tooSlow, request.socket, { request, response }));
    cutOffTheRest({ request, response }, patience);
  };
  // Before the listener, which may have answered by the time it returns.
  server.prependListener('request', begin);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    begin(request, response);
    answer(response, 'expectation-unknown');
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const before = exchanges.get(socket);
    if (error.code !== tooSlow.code) return refuse(error, socket, before);
    // What came while this process stood still is read first: nobody was slow but we.
    setImmediate(() => {
      if (exchanges.get(socket) === before) refuse(error, socket, before);
    });
  });
  server.setTimeout(stallMs);
  server.on('timeout', (socket) => {
    if (isWaitingForUs(exchanges.get(socket)) && socket.writableLength === 0) socket.setTimeout(stallMs);
    else socket.destroy();
  });
  return server;
};

const saysItsHost = ({ headers, httpVersion }: IncomingMessage): boolean =>
  headers.host !== undefined || httpVersion === '1.0';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Live updates and long work are silent for as long as they like; who does not read what was sent is not. */
const isWaitingForUs = (exchange: Exchange | undefined): boolean =>
  exchange !== undefined && !exchange.response.writableFinished;

const LINGERING_LOOK_MS = 25;

/** Whoever sends its request to the end before it reads is let to; whoever does not mean to end is cut off. */
const cutOffTheRest = ({ request, response }: Exchange, { lingerMs, lingerBytes }: ServerLimits): void => {
  response.prependOnceListener('finish', () => {
    if (request.complete) return;
    const { socket } = request;
    // Where the connection is to close Node would destroy it now, and whoever still sends would lose the answer.
    socket.destroySoon = () => void socket.end();
    const [until, most] = [Date.now() + lingerMs, socket.bytesRead + lingerBytes];
    const look = setInterval(() => {
      if (Date.now() > until || socket.bytesRead > most) socket.destroy();
    }, LINGERING_LOOK_MS).unref();
    request.once('close', () => clearInterval(look));
  });
};

const tooSlow = { code: 'ERR_HTTP_REQUEST_TIMEOUT' };

const problemOfFault: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** The connection is of no further use; whoever has not read why it ends by then never will. */
const FAREWELL_MS = 1_000;

const refuse = (
  { code = '' }: Pick<NodeJS.ErrnoException, 'code'>,
  socket: Duplex,
  exchange: Exchange | undefined,
): void => {
  const underWay = exchange && !exchange.request.complete && exchange.response.headersSent;
  if (code === 'ECONNRESET' || !socket.writable || underWay) return void socket.destroy();
  const { status, head, body } = answerOf(problemOfFault[code] ?? 'unreadable');
  const lines = Object.entries({ ...head, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
};

const answer = (response: ServerResponse, code: ProblemCode): void => {
  const { status, head, body } = answerOf(code);
  response.writeHead(status, head).end(body);
};

const answerOf = (code: ProblemCode) => {
  const { problem: document } = problem(code, randomUUID());
  const body = JSON.stringify(document);
  const head = { 'Content-Type': 'application/problem+json', 'Content-Length': Buffer.byteLength(body) };
  return { status: document.status, head, body };
};
