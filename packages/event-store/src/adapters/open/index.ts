export type { OpenedStore, StoreAddress } from './open-store.ts';
export { openStore } from './open-store.ts';
