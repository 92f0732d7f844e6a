import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { connectionsOf } from './end-connections.ts';
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

const LAST_WORDS_MS = 500;

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
  const connections = connectionsOf(server);
  const stop = async (): Promise<void> => {
    readiness.drop();
    hangUp();
    if (leavingMs > 0) await delay(leavingMs);
    await connections.end({ lastWordsMs: leavingMs > 0 ? LAST_WORDS_MS : 0, grace });
    for (const part of close) await quietly(part, logger);
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
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

const quietly = async (part: () => Promise<void> | void, logger: Logger): Promise<void> => {
  try {
    await part();
  } catch (error) {
    logger.error({ err: error }, 'a part did not close cleanly');
  }
};
