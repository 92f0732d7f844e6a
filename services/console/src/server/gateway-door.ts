import { Agent, request } from 'node:http';
import { request as requestSecurely, Agent as SecureAgent } from 'node:https';
import { json } from 'node:stream/consumers';
import { serverLimits } from '@demarche/service-kit';

interface GatewayQuestion {
  readonly path: string;
  /** Sent with it; `host` is the name by which the gateway is asked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly withinMs: number;
  /** Posted as JSON; without one the path is only looked up. */
  readonly body?: object;
}

interface GatewayReply {
  readonly status: number;
  readonly body: unknown;
}

export type GatewayDoor = (question: GatewayQuestion) => Promise<GatewayReply>;

/** Let go before the gateway does, which would lose whatever is being sent at that moment. */
const kept = { keepAlive: true, timeout: serverLimits.idleMs - 5_000 };

const AS_JSON = { 'content-type': 'application/json' };

/**
 * What the console itself asks of the gateway. Not with `fetch`, which knows no other host name than the address's, and
 * the gateway answers to the names under which people open Demarche.
 */
export const gatewayDoor = (address: string): GatewayDoor => {
  const isSecure = address.startsWith('https:');
  const agent = isSecure ? new SecureAgent(kept) : new Agent(kept);
  const ask = isSecure ? requestSecurely : request;
  return ({ path, headers: given, withinMs, body: question }) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(withinMs);
      const method = question ? 'POST' : 'GET';
      const headers = { accept: 'application/json', ...(question ? AS_JSON : {}), ...given };
      ask(`${address}${path}`, { agent, signal, method, headers }, (answer) => {
        json(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
      })
        .once('error', reject)
        .end(question && JSON.stringify(question));
    });
};
