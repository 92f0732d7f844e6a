/** A service cannot start as things are. Nothing was changed; the message says what to do, and is all that is said. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
