import { createHmac, timingSafeEqual } from 'node:crypto';

/** The first signs; what any of them signed is believed, so that a key can be changed. */
export type SigningKeys = readonly [Uint8Array, ...Uint8Array[]];

/** Makes text tamper-evident: `text.signature`, HMAC-SHA-256 under the first key. Nothing is hidden. */
export const signText = (text: string, [first]: SigningKeys): string => `${text}.${signatureOf(text, first)}`;

/** The text that was signed under one of these keys, or null where it was not. */
export const readSignedText = (signed: string, keys: SigningKeys): string | null => {
  const cut = signed.lastIndexOf('.');
  if (cut < 0) return null;
  const [text, given] = [signed.slice(0, cut), signed.slice(cut + 1)];
  return keys.some((key) => isSame(given, signatureOf(text, key))) ? text : null;
};

const signatureOf = (text: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(text).digest('base64url');

const isSame = (given: string, right: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
};
