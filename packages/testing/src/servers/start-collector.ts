import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  type OtlpMetrics,
  type OtlpTraces,
  pointsIn,
  type ReceivedPoint,
  type ReceivedSpan,
  spansIn,
} from './read-otlp.ts';

export type { ReceivedPoint, ReceivedSpan } from './read-otlp.ts';

/** A collector that keeps what it is sent over OTLP. */
export interface Collector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly endpoint: string;
  spans(): readonly ReceivedSpan[];
  points(): readonly ReceivedPoint[];
  /** Everything that was sent, as it was sent. */
  text(): string;
  /**
   * Resolves with what `find` finds, which is asked anew each time that something arrives.
   * @throws after so many seconds, with the names of all spans and metrics that came
   */
  until<Found>(find: () => Found | undefined | false, seconds?: number): Promise<Found>;
  stop(): Promise<void>;
}

export const startCollector = async (): Promise<Collector> => {
  const bodies: string[] = [];
  const spans: ReceivedSpan[] = [];
  const points: ReceivedPoint[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => undefined);
    // Whoever sent it has left, as at the end of a test.
    if (body === undefined) return;
    bodies.push(body);
    if (request.url === '/v1/traces') spans.push(...spansIn(JSON.parse(body) as OtlpTraces));
    if (request.url === '/v1/metrics') points.push(...pointsIn(JSON.parse(body) as OtlpMetrics));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    for (const look of waiting) look();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const until = <Found>(find: () => Found | undefined | false, seconds = 60): Promise<Found> => {
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    const giveUp = setTimeout(() => {
      waiting.delete(look);
      reject(new Error(`Not everything came within ${seconds} s. There are: ${namesOf(spans, points)}`));
    }, seconds * 1_000);
    const look = () => {
      const found = find();
      if (found === undefined || found === false) return;
      clearTimeout(giveUp);
      waiting.delete(look);
      resolve(found);
    };
    waiting.add(look);
    look();
    return promise;
  };
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => spans,
    points: () => points,
    text: () => bodies.join('\n'),
    until,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const namesOf = (spans: readonly ReceivedSpan[], points: readonly ReceivedPoint[]): string =>
  [
    ...new Set([
      ...spans.map(({ service, name, traceId }) => `${service}: ${name} (${traceId.slice(0, 6)})`),
      ...points.map(({ service, metric }) => `${service}: ${metric}`),
    ]),
  ].join(', ');
