import { createHmac, timingSafeEqual } from 'node:crypto';

/** Makes text tamper-evident: `text.signature`, HMAC-SHA-256 under the key. Nothing is hidden. */
export const signText = (text: string, key: Uint8Array): string => `${text}.${signatureOf(text, key)}`;

/** The text that was signed under this key, or null where it was not. */
export const readSignedText = (signed: string, key: Uint8Array): string | null => {
  const cut = signed.lastIndexOf('.');
  if (cut < 0) return null;
  const text = signed.slice(0, cut);
  const [given, right] = [signed.slice(cut + 1), signatureOf(text, key)].map((signature) => Buffer.from(signature));
  return given && right && given.length === right.length && timingSafeEqual(given, right) ? text : null;
};

const signatureOf = (text: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(text).digest('base64url');
