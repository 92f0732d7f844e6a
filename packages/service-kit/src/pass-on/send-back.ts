import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import { headersOfTheConnection } from './headers-of-the-connection.ts';

/** How an answer is cut into pieces is each connection's own affair; of a request it is what bounds the body. */
const STAYING = new Set([...headersOfTheConnection, 'transfer-encoding']);

/** Passes an answer back as it comes. */
export const sendBack = (answer: IncomingMessage, response: Response): void => {
  response.status(answer.statusCode ?? 502);
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !STAYING.has(name)) response.setHeader(name, value);
  }
  // A live stream may begin long before it has something to say.
  if (answer.headers['content-type']?.startsWith('text/event-stream')) response.flushHeaders();
  answer.pipe(response);
};
