import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Readiness } from './health.ts';
import type { Logger } from './logger.ts';

export interface ShutdownOptions {
  readonly server: Server;
  readonly readiness: Readiness;
  readonly logger: Logger;
  /** Closed one after another, in this order, once the last request is answered. */
  readonly close: readonly (() => Promise<void> | void)[];
  /** Ends what would keep requests from finishing, such as live updates. Done as soon as readiness drops. */
  readonly hangUp?: () => void;
  /** How long requests may take to finish, in milliseconds. */
  readonly grace?: number;
  /**
   * How long everything goes on after readiness drops, in milliseconds, until whoever sends requests has noticed: a
   * connection that is closed under a request on its way loses it.
   */
  readonly leavingMs?: number;
}

/**
 * How a service stops: readiness drops, no connection is taken any more, live streams are ended, requests finish, then
 * the parts are closed. Ends within the two times plus whatever the parts take. Calling it again waits for the same stop.
 */
export const createShutdown = ({
  server,
  readiness,
  logger,
  close,
  hangUp = () => {},
  grace = 5_000,
  leavingMs = 0,
}: ShutdownOptions): (() => Promise<void>) => {
  const running = trackResponses(server);
  const stop = async (): Promise<void> => {
    readiness.drop();
    hangUp();
    if (leavingMs > 0) await delay(leavingMs);
    const closed = stopListening(server);
    for (const response of running) sendElsewhere(response);
    if (leavingMs > 0) await lastWords(server, closed);
    for (const response of running) {
      // A connection kept alive would hold the server open after its last answer.
      response.once('close', () => setImmediate(() => server.closeIdleConnections()));
    }
    server.closeIdleConnections();
    const hurry = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearTimeout(hurry);
    for (const part of close) await quietly(part, logger);
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
};

/**
 * Resolves once the last connection is closed. The closing of an HTTP server would also cut off every connection that is
 * silent at the moment, though a request may be on its way.
 */
const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()));

const LAST_WORDS_MS = 500;

/** Whoever is connected may ask once more, and is told with the answer that the connection ends. */
const lastWords = async (server: Server, closed: Promise<void>): Promise<void> => {
  server.prependListener('request', (_request, response) => sendElsewhere(response));
  await Promise.race([closed, delay(LAST_WORDS_MS)]);
};

const sendElsewhere = (response: ServerResponse): void => {
  if (isLiveStream(response)) response.destroy();
  else if (!response.headersSent) response.setHeader('Connection', 'close');
};

const LONGEST_STOP = 9_500;

/** Stops on SIGTERM, SIGINT and SIGHUP and ends the process, after ten seconds at the latest. */
export const stopOnSignals = (stop: () => Promise<void>, logger: Logger): void => {
  let ending = false;
  const end = (signal: string): void => {
    // A launcher passes on what the terminal has sent to everybody already.
    if (ending) return;
    ending = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    void stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
};

const trackResponses = (server: Server): ReadonlySet<ServerResponse> => {
  const running = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
  });
  return running;
};

/** Server-sent events never end by themselves; the page connects again to whoever comes next. */
const isLiveStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

const quietly = async (part: () => Promise<void> | void, logger: Logger): Promise<void> => {
  try {
    await part();
  } catch (error) {
    logger.error({ err: error }, 'a part did not close cleanly');
  }
};
