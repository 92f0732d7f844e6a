import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay, setImmediate as immediate } from 'node:timers/promises';

export interface Patience {
  /** How long whoever is connected may still ask, in milliseconds; they are told with the answer that the connection ends. */
  readonly lastWordsMs: number;
  /** How long requests may take to finish after that, in milliseconds. */
  readonly grace: number;
}

/**
 * How the connections of a server come to their end: nobody is let in any more, live streams are cut off, what was asked is
 * answered. Resolves once the last one is closed.
 */
export const connectionsOf = (server: Server) => {
  let ending = false;
  const closeIdle = async (): Promise<void> => {
    if (!ending) return;
    await turn();
    // To Node a connection is idle as soon as the whole answer is written, though its reader may hardly have begun.
    if (![...running].some(({ writableEnded }) => writableEnded)) server.closeIdleConnections();
  };
  const running = trackResponses(server, closeIdle);
  return {
    async end({ lastWordsMs, grace }: Patience): Promise<void> {
      await letIn(server);
      const closed = stopListening(server);
      for (const response of running) sendElsewhere(response);
      server.prependListener('request', (_request, response) => sendElsewhere(response));
      if (lastWordsMs > 0) await Promise.race([closed, delay(lastWordsMs)]);
      ending = true;
      void closeIdle();
      const hurry = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearTimeout(hurry);
    },
  };
};

/** A whole turn of the event loop: what had arrived before it is read after it. */
const turn = async (): Promise<void> => {
  // The first may end a turn that has done its reading already.
  await immediate();
  await immediate();
};

/** So many Node has the system keep waiting at most: a stream of newcomers does not hold up a stop. */
const MOST_WAITING = 511;

/** Whoever has come waits with the system, which lets in one in a turn, and would be cut off with the listening. */
const letIn = async (server: Server, most = MOST_WAITING): Promise<void> => {
  let came = false;
  const note = (): void => void (came = true);
  server.once('connection', note);
  await turn();
  server.off('connection', note);
  if (came && most > 1) await letIn(server, most - 1);
};

/**
 * Resolves once the last connection is closed. The closing of an HTTP server would also cut off every connection that is
 * silent at the moment, though a request may be on its way.
 */
const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()));

const sendElsewhere = (response: ServerResponse): void => {
  if (isLiveStream(response)) response.destroy();
  else if (!response.headersSent) response.setHeader('Connection', 'close');
};

/** Server-sent events never end by themselves; the page connects again to whoever comes next. */
const isLiveStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

const trackResponses = (server: Server, onAnswered: () => Promise<void>): ReadonlySet<ServerResponse> => {
  const running = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    running.add(response);
    response.once('close', () => {
      running.delete(response);
      // A connection kept alive would hold the server open after its last answer.
      void onAnswered();
    });
  });
  return running;
};
