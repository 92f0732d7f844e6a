import { natsInstalled } from '@demarche/testing';
import { killableEnvironment } from '../eventstoredb/environment.ts';

export type StoreKind = 'file' | 'kurrentdb';

interface StoreToTry {
  readonly store: StoreKind;
  readonly title: string;
  readonly missing: boolean;
}

const nats = natsInstalled();

const storeToTry = (store: StoreKind, name: string, lacks: string | undefined): StoreToTry => {
  const reason = nats === true ? lacks : nats;
  return { store, title: reason ? `${name} (skipped: ${reason})` : name, missing: reason !== undefined };
};

/** Both stores that services share; the name of one that cannot be started here says why. */
export const stores: readonly StoreToTry[] = [
  storeToTry('file', 'the record in a SQLite file', undefined),
  storeToTry('kurrentdb', 'the record in KurrentDB', killableEnvironment().missing),
];
