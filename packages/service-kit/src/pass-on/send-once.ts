import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { createProxyServer } from 'httpxy';
import type { Destination } from './destination.ts';
import type { KeptConnections } from './kept-connections.ts';
import { onceConnected } from './once-connected.ts';
import { sendBack } from './send-back.ts';

export interface Passage {
  readonly request: Request;
  readonly response: Response;
  readonly to: Destination;
  readonly connections: KeptConnections;
}

/** A try that came to nothing. */
export interface Failure {
  readonly error: unknown;
  /**
   * How far it had come. `unsent`: there was no connection, and nothing arrived. `broken-off`: it may have arrived, and no
   * answer began. `silent`: nor did one in time. `answering`: the answer broke off.
   */
  readonly stage: 'unsent' | 'broken-off' | 'silent' | 'answering';
}

/** Passes a request on, with this body or else its own, and the answer back. Whoever leaves is left there too. */
export const sendOnce = async (
  { request, response, to, connections }: Passage,
  body: Buffer | undefined,
): Promise<Failure | undefined> => {
  const { address: target, timeoutMs: proxyTimeout } = to;
  let stage: Failure['stage'] = 'unsent';
  const proxy = createProxyServer({});
  proxy.once('proxyReq', (sent) => {
    onceConnected(sent, () => {
      stage = 'broken-off';
    });
    sent.once('timeout', () => {
      if (stage === 'broken-off') stage = 'silent';
    });
  });
  proxy.once('proxyRes', (answer) => {
    stage = 'answering';
    // Whoever ends one connection is about to end them all: what is sent over another could be lost.
    if (answer.headers.connection === 'close') connections.letGo(target);
    sendBack(answer, response);
  });
  try {
    const held = body && { buffer: Readable.from(body) };
    const agent = connections.to(target);
    await proxy.web(request, response, { target, agent, proxyTimeout, selfHandleResponse: true, ...held });
    return undefined;
  } catch (error) {
    return { error, stage };
  }
};
