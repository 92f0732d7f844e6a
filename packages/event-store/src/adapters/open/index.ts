export { StoreRefused } from '../sqlite/store-refused.ts';
export type { OpenedStore, StoreAddress } from './open-store.ts';
export { openStore } from './open-store.ts';
