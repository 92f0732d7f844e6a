import type { IncomingHttpHeaders } from 'node:http';
import { traceHeaders } from '@demarche/telemetry';
import type { Destination } from './destination.ts';
import { headersOfTheConnection } from './headers-of-the-connection.ts';

/** With which headers a request goes on. */
export const headersFor = (
  given: IncomingHttpHeaders,
  { without = [], headers = {} }: Destination,
  correlationId: string,
): IncomingHttpHeaders => {
  const staying = new Set([...headersOfTheConnection, ...without]);
  const going = Object.entries(given).filter(([name]) => !staying.has(name));
  return { ...Object.fromEntries(going), 'x-correlation-id': correlationId, ...traceHeaders(), ...headers };
};
