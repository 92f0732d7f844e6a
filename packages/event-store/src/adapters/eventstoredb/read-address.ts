import { existsSync } from 'node:fs';
import type { Credentials } from '@eventstore/db-client';
import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreRefused } from '../../store-refused.ts';

export interface AddressParts {
  /** `esdb://host:2113`, `esdb://one:2113,two:2113` or `esdb+discover://name:2113`, with options behind `?`. */
  readonly connectionString: string;
  /** Used instead of those in the address. */
  readonly credentials?: Credentials | undefined;
  /** A PEM file with the authority that signed the server's certificate. */
  readonly caFile?: string | undefined;
}

export interface ServerAddress {
  /** For the client: complete, but without credentials, which its complaints would print. */
  readonly connectionString: string;
  /** For people: neither credentials nor options. */
  readonly shown: string;
  readonly credentials: Credentials | undefined;
  readonly encrypted: boolean;
  /** Several servers are looked for by asking them; a single one is simply called. */
  readonly single: boolean;
}

const ADDRESS =
  /^(?<scheme>esdb(?:\+discover)?):\/\/(?:(?<user>[^:@/?]+):(?<password>[^@/?]+)@)?(?<hosts>[^@/?#]+)\/?(?:\?(?<text>.*))?$/;
/** The client does not understand IPv6 addresses; a name that leads to one will do. */
const HOST = /^[\w.-]+(?::\d{1,5})?$/;

/** What the client knows and would not ignore with a warning. */
const OPTIONS = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCAFile',
];

/**
 * Takes an address of KurrentDB apart.
 * @throws StoreRefused with one sentence, in which no password stands
 */
export const readAddress = ({ connectionString, credentials, caFile }: AddressParts): ServerAddress => {
  const { scheme, hosts, user, password, text } = partsOf(connectionString);
  const options = optionsIn(text);
  if (caFile !== undefined) options.set('tlsCAFile', caFile);
  refuseMissing(options.get('tlsCAFile'));
  const encrypted = options.get('tls') !== 'false';
  const known = credentials ?? decoded(user, password);
  if (encrypted) refuseNobody(known);
  return checked({
    connectionString: `${scheme}://${hosts}?${[...options].map(asOption).join('&')}`,
    shown: `${scheme}://${hosts}`,
    credentials: known,
    encrypted,
    single: scheme === 'esdb' && !hosts.includes(','),
  });
};

const partsOf = (connectionString: string) => {
  const { scheme, user, password, hosts = '', text = '' } = ADDRESS.exec(connectionString.trim())?.groups ?? {};
  if (hosts.split(',').every((host) => HOST.test(host))) return { scheme, user, password, hosts, text };
  throw new StoreRefused(
    'The address of KurrentDB (DEMARCHE_STORE) must be like "esdb://host:2113", with "?tls=false" behind it where there is no TLS.',
  );
};

const optionsIn = (text: string): Map<string, string> => {
  const options = new Map([['connectionName', 'demarche'], ...new URLSearchParams(text)]);
  for (const name of options.keys()) {
    if (OPTIONS.includes(name)) continue;
    throw new StoreRefused(
      `The address of KurrentDB (DEMARCHE_STORE) has an option "${name}", which is none of ${OPTIONS.join(', ')}.`,
    );
  }
  return options;
};

const refuseMissing = (caFile: string | undefined) => {
  if (caFile === undefined || existsSync(caFile)) return;
  throw new StoreRefused(
    `There is no file ${caFile}, which should hold the authority of KurrentDB's certificate: name it in DEMARCHE_STORE_CA.`,
  );
};

/** A server with TLS lets nobody write who does not say who they are. */
const refuseNobody = (credentials: Credentials | undefined) => {
  if (credentials) return;
  throw new StoreRefused(
    'KurrentDB with TLS asks who writes: give the user and the password of an account in DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD, or put "?tls=false" behind the address where there is no TLS.',
  );
};

const asOption = ([name, value]: [string, string]) => `${name}=${encodeURIComponent(value)}`;

const decoded = (user: string | undefined, password: string | undefined): Credentials | undefined =>
  user && password ? { username: decodeURIComponent(user), password: decodeURIComponent(password) } : undefined;

/** The client looks at values, too, when it is made. It connects to nothing yet. */
const checked = (address: ServerAddress): ServerAddress => {
  try {
    EventStoreDBClient.connectionString(address.connectionString);
    return address;
  } catch (error) {
    throw new StoreRefused(`The address of KurrentDB (DEMARCHE_STORE) cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
};
