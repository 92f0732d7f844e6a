import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { connect, type NatsConnection, type TlsOptions } from 'nats';
import { BusUnavailable } from '../../message-log.ts';
import type { NatsOptions } from './nats-options.ts';
import { meaningOf } from './nats-trouble.ts';
import { placeOf, reachServer } from './reach-server.ts';

const REACH_WITHIN_MS = 5_000;
const PING_EVERY_MS = 2_000;

/**
 * One connection, to whichever server answers first in an order left to chance.
 * @throws BusUnavailable, saying of each server why it is not that one
 */
export const reachBus = async (options: NatsOptions, chance: number, signal: AbortSignal): Promise<NatsConnection> => {
  const { servers } = options;
  const faults: string[] = [];
  const first = Math.floor(chance * servers.length);
  for (const server of [...servers.slice(first), ...servers.slice(0, first)]) {
    try {
      return await reach(server, options, signal);
    } catch (error) {
      faults.push(`${server} ${meaningOf(error)}`);
    }
  }
  throw new BusUnavailable(`The bus cannot be reached: ${faults.join('; ')}`);
};

const reach = async (server: string, options: NatsOptions, signal: AbortSignal): Promise<NatsConnection> => {
  const { name, reachWithinMs = REACH_WITHIN_MS, pingEveryMs = PING_EVERY_MS } = options;
  await reachServer(server, { withinMs: reachWithinMs, signal });
  return connect({
    servers: server,
    name,
    timeout: reachWithinMs,
    pingInterval: pingEveryMs,
    maxPingOut: 2,
    // It is made again by us: the library would hold what is published meanwhile, and send it late.
    reconnect: false,
    // Names are looked up as for every other connection, and within the time for reaching it.
    resolve: false,
    noAsyncTraces: true,
    ...credentials(options),
    ...encryption(server, options),
  });
};

const credentials = ({ user, password = '' }: NatsOptions) => (user === undefined ? {} : { user, pass: password });

/** Node's own settings, which the library passes on: it would ask of a server named by its number for a certificate of `localhost`. */
interface NamedTlsOptions extends TlsOptions {
  readonly host: string;
  readonly servername?: string;
}

const encryption = (server: string, { caFile }: NatsOptions): { readonly tls?: NamedTlsOptions } => {
  if (caFile === undefined && !server.startsWith('tls:')) return {};
  const { host } = placeOf(server);
  const authority = caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') };
  return { tls: { ...authority, host, ...(isIP(host) ? {} : { servername: host }) } };
};
