import { Agent, get } from 'node:http';
import { get as getSecurely, Agent as SecureAgent } from 'node:https';
import { json } from 'node:stream/consumers';

export interface GatewayQuestion {
  readonly path: string;
  /** Sent with it; `host` is the name by which the gateway is asked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly withinMs: number;
}

export interface GatewayReply {
  readonly status: number;
  readonly body: unknown;
}

export type GatewayDoor = (question: GatewayQuestion) => Promise<GatewayReply>;

/**
 * What the console itself asks of the gateway. Not with `fetch`, which knows no other host name than the address's, and
 * the gateway answers to the names under which people open Demarche.
 */
export const gatewayDoor = (address: string): GatewayDoor => {
  const isSecure = address.startsWith('https:');
  const agent = isSecure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const ask = isSecure ? getSecurely : get;
  return ({ path, headers, withinMs }) =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(withinMs);
      ask(`${address}${path}`, { agent, signal, headers: { accept: 'application/json', ...headers } }, (answer) => {
        json(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
      }).once('error', reject);
    });
};
