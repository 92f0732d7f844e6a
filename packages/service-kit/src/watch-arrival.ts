import type { IncomingMessage } from 'node:http';

const unhurried = new WeakSet<IncomingMessage>();

/** Lets a request arrive for as long as it keeps coming: a file over a slow line. For a route that knows whom it lets. */
export const letArrive = (request: IncomingMessage): void => void unhurried.add(request);

interface Patience {
  /** For a request to arrive. */
  readonly requestMs: number;
  /** So much of one that may take longer has to come each time that this has passed. */
  readonly requestBytes: number;
}

/** Calls `late` where the request has not arrived in time. */
export const watchArrival = (
  request: IncomingMessage,
  { requestMs, requestBytes }: Patience,
  late: () => void,
): void => {
  const { socket } = request;
  let before = socket.bytesRead;
  const look = setInterval(() => {
    const isComing = unhurried.has(request) && socket.bytesRead - before >= requestBytes;
    before = socket.bytesRead;
    if (isComing && !request.complete) return;
    clearInterval(look);
    if (!request.complete) late();
  }, requestMs).unref();
  for (const event of ['end', 'close']) request.once(event, () => clearInterval(look));
};
