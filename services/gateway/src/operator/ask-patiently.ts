import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { json } from 'node:stream/consumers';

export interface PatientRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until it is given up. */
  readonly withinMs: number;
}

export interface PatientAnswer {
  readonly ok: boolean;
  /** Undefined where it is not JSON. */
  readonly body: unknown;
}

/**
 * As long as it may take: `fetch` gives up by itself when no answer has begun after five minutes, whatever it is told.
 * @throws where nobody answers in time
 */
export const askPatiently = async (address: string, asked: PatientRequest): Promise<PatientAnswer> => {
  const { method, headers, body, withinMs } = asked;
  const request = address.startsWith('https:') ? requestHttps : requestHttp;
  const sent = request(address, { method, headers, signal: AbortSignal.timeout(withinMs) }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const status = response.statusCode ?? 0;
  return { ok: status >= 200 && status < 300, body: await json(response).catch(() => undefined) };
};
