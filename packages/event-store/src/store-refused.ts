/** This store, or what it is opened with, cannot be trusted with the record. Nothing was changed; the message says what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
