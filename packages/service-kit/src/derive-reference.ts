import { hash } from 'node:crypto';
import type { ActionId, EngagementId } from '@demarche/contracts';

/** Crockford's base 32: no I, L, O or U, so that a reference survives being read out over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

interface References {
  readonly ACT: ActionId;
  readonly ENG: EngagementId;
}

/**
 * The reference of a record that the world gives no name: `ENG-7F3K-2Q9X`. Derived from the command's id and from
 * nothing that the command says, so that a repeated command finds the record it made, and a key used twice is seen for
 * what it is. Of 100,000 records two draw the same 40 bits once in 200 worlds; whoever opens a record answers that with
 * a refusal, never by writing into another's record.
 */
export const deriveReference = <Prefix extends keyof References>(
  prefix: Prefix,
  commandId: string,
): References[Prefix] => {
  const digest = hash('sha256', `${prefix}#${commandId}`, 'buffer');
  const letters = [...digest.subarray(0, 8)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}` as References[Prefix];
};
