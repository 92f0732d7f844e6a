/** Demarche does not start, for a reason that the person at the terminal can do something about. The message says what. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
