import type { Encoding } from '../source/decode-bytes.ts';

const WINDOWS_1252: ReadonlyMap<string, number> = new Map([
  ['—', 0x97],
  ['–', 0x96],
  ['•', 0x95],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
]);

/** Text to bytes as an office's programs save it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'windows-1252') {
    return Uint8Array.from(text, (sign) => WINDOWS_1252.get(sign) ?? sign.charCodeAt(0));
  }
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return bytes;
}
