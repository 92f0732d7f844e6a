import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

export type Send = (body: string, headers?: Readonly<Record<string, string>>) => Promise<string>;

/** Posts to one address over one connection that stays open, as a browser's does. */
export const sender = (address: string, always: Readonly<Record<string, string>> = {}): Send => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return (body, headers = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(`${address}/graphql`, {
        agent,
        method: 'POST',
        headers: {
          accept: 'application/graphql-response+json',
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...always,
          ...headers,
        },
      });
      sent.once('error', reject);
      sent.once('response', (response) => {
        text(response).then(
          (answer) => (response.statusCode === 200 ? resolve(answer) : reject(new Error(answer.slice(0, 500)))),
          reject,
        );
      });
      sent.end(body);
    });
};

/** The median of so many requests, one after the other, in milliseconds. */
export const medianLatency = async (send: () => Promise<unknown>, times: number): Promise<number> => {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await send();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};
