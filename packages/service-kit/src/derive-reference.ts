import { createHash } from 'node:crypto';
import type { ActionId, EngagementId, IsoDate } from '@demarche/contracts';

/** Crockford's base 32: no I, L, O or U, so that a reference survives being read out over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TAIL_LENGTH = 5;

interface References {
  readonly ACT: ActionId;
  readonly ENG: EngagementId;
}

/**
 * The reference of a record that the world gives no name: `ENG-20260909-7F3K2`. Derived from the command's id, so that
 * a repeated command finds the record it made. Two commands of one day draw the same tail once in 33 million; whoever
 * opens a record answers that with a refusal, never by writing into another's record.
 */
export const deriveReference = <Prefix extends keyof References>(
  prefix: Prefix,
  day: IsoDate,
  commandId: string,
): References[Prefix] => {
  const digest = createHash('sha256').update(`${prefix}#${commandId}`).digest();
  const tail = [...digest.subarray(0, TAIL_LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return `${prefix}-${day.replaceAll('-', '')}-${tail}` as References[Prefix];
};
