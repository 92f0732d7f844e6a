import type { EventStore, StoreUnavailable } from '../../event-store.ts';
import { isKurrentAddress, isWholePath, STORE_PLACE } from '../../store-place.ts';
import { StoreRefused } from '../../store-refused.ts';
import type { StoreOrigin } from '../sqlite/open-store-file.ts';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { refuseHalfRestored } from './refuse-half-restored.ts';

/** Where a store is, and how to be let in. */
export interface StoreAddress {
  /** The whole path of a file that all on this host share, or where a KurrentDB is: `esdb://kurrentdb:2113?tls=false`. */
  readonly address: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** A PEM file with the authority that signed the server's certificate. */
  readonly caFile?: string | undefined;
}

/** A store, whichever it is, with what its health is judged by. */
export interface OpenedStore extends EventStore {
  /** How far an acknowledgement can be trusted, for whoever looks at `/readyz`. */
  readonly durability: object;
  /** The file that it is, and whether there was no record in it, so that one was made; a server does not tell. */
  readonly origin?: StoreOrigin;
  /** What keeps events from being recorded at the moment. */
  trouble(): Promise<StoreUnavailable | null>;
}

/** The file that an address names; null where it names a server. */
export const storeFileAt = (address: string): string | null => (isKurrentAddress(address) ? null : address);

/** What projections are told that have nothing but the bus. */
const NO_STORE = 'none';

/**
 * Opens the store that an address names. A file has to be there to be opened, or in a place where it can be made; a
 * server may be away, and is used once it is back.
 * @throws StoreRefused with one sentence that says what to do
 */
export const openStore = async (store: StoreAddress): Promise<OpenedStore> => {
  const { address, caFile } = store;
  if (isKurrentAddress(address)) {
    // Loaded only when it is wanted: its client brings all of gRPC.
    const { eventStoreDbEventStore } = await import('../eventstoredb/index.ts');
    return eventStoreDbEventStore({ connectionString: address, credentials: credentialsIn(store), caFile });
  }
  if (address === NO_STORE) {
    throw new StoreRefused(
      'DEMARCHE_STORE=none is for the projections of a far site: every other service needs the event store.',
    );
  }
  if (!isWholePath(address)) throw new StoreRefused(`DEMARCHE_STORE ${STORE_PLACE}.`);
  refuseHalfRestored(address);
  return sqliteEventStore({ file: address, chooseAnother: 'Choose another file with DEMARCHE_STORE' });
};

const credentialsIn = ({ user, password }: StoreAddress) => {
  if (user === undefined && password === undefined) return undefined;
  if (user !== undefined && password !== undefined) return { username: user, password };
  throw new StoreRefused(
    'DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD belong together: set both of them, or neither.',
  );
};
