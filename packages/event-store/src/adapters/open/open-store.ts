import type { EventStore, StoreUnavailable } from '../../event-store.ts';
import { StoreRefused } from '../../store-refused.ts';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { refuseHalfRestored } from './refuse-half-restored.ts';

/** Where a store is, and how to be let in. */
export interface StoreAddress {
  /** The path of a file that all on this host share. */
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
  /** What keeps events from being recorded at the moment. */
  trouble(): Promise<StoreUnavailable | null>;
}

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** The file that an address names; null where it names a server. */
export const storeFileAt = (address: string): string | null => (HAS_SCHEME.test(address) ? null : address);

/**
 * Opens the store that an address names.
 * @throws StoreRefused with one sentence that says what to do
 */
export const openStore = async ({ address }: StoreAddress): Promise<OpenedStore> => {
  if (HAS_SCHEME.test(address)) {
    throw new StoreRefused('DEMARCHE_STORE must be the path of a SQLite file.');
  }
  refuseHalfRestored(address);
  return sqliteEventStore({ file: address });
};
