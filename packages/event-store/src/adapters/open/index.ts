export type { OpenedStore, StoreAddress } from './open-store.ts';
export { openStore, storeFileAt } from './open-store.ts';
