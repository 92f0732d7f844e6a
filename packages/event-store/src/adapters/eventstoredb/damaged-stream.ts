/** Events that were written are not where they were. Demarche neither deletes nor truncates. */
export class DamagedStream extends Error {
  override readonly name = 'DamagedStream';
}
