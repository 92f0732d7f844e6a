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
  const isInTime = (): boolean => {
    const came = socket.bytesRead - before;
    if (!unhurried.has(request) || came < requestBytes) return request.complete;
    before += came;
    return true;
  };
  const look = setInterval(() => {
    if (isInTime()) return;
    // What came while this process stood still is read first: nobody was slow but we.
    setImmediate(() => {
      if (isInTime() || request.destroyed) return;
      clearInterval(look);
      late();
    });
  }, requestMs).unref();
  for (const event of ['end', 'close']) request.once(event, () => clearInterval(look));
};
