export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type DecodedText = { text: string; encoding: Encoding; repaired: boolean };

const UTF8_STRICT = new TextDecoder('utf-8', { fatal: true });
const UTF16LE = new TextDecoder('utf-16le');
const UTF16BE = new TextDecoder('utf-16be');
const WINDOWS_1252 = new TextDecoder('windows-1252');
const SAMPLE = 1024;

/**
 * Bytes to text. What the file says of its own encoding is not believed: pages saved by an office lie about it too
 * often. Valid UTF-8 is UTF-8; anything else that is not UTF-16 is windows-1252, which also covers Latin-1.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const wide = utf16Order(bytes);
  if (wide !== null) {
    return { text: (wide === 'utf-16le' ? UTF16LE : UTF16BE).decode(bytes), encoding: wide, repaired: false };
  }
  try {
    return repairDoubleEncoding(UTF8_STRICT.decode(bytes));
  } catch {
    return { text: WINDOWS_1252.decode(bytes), encoding: 'windows-1252', repaired: false };
  }
}

function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return 'utf-16le';
  if (mark === '254 255') return 'utf-16be';
  // Without a mark at its beginning: English in UTF-16 has a zero in every second byte.
  const [even, odd] = [zeroShare(bytes, 0), zeroShare(bytes, 1)];
  if (Math.abs(even - odd) < 0.4 || Math.min(even, odd) > 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The share of zeros among every second byte of the beginning. */
function zeroShare(bytes: Uint8Array, remainder: number): number {
  const end = Math.min(bytes.length, SAMPLE);
  let zeros = 0;
  for (let index = remainder; index < end; index += 2) zeros += bytes[index] === 0 ? 1 : 0;
  return end === 0 ? 0 : (zeros * 2) / end;
}

/** UTF-8 that was once read as windows-1252 and saved again: every apostrophe became three letters. */
function repairDoubleEncoding(text: string): DecodedText {
  if (!/\u00e2\u20ac|\u00c3[\u00a0-\u00bf]|\u00c2\u00a0/.test(text))
    return { text, encoding: 'utf-8', repaired: false };
  const bytes = toWindows1252(text);
  if (bytes === null) return { text, encoding: 'utf-8', repaired: false };
  try {
    return { text: UTF8_STRICT.decode(bytes), encoding: 'utf-8', repaired: true };
  } catch {
    return { text, encoding: 'utf-8', repaired: false };
  }
}

const HIGH_BYTES = new Map<string, number>(
  Array.from({ length: 128 }, (_, index): [string, number] => [
    WINDOWS_1252.decode(Uint8Array.of(index + 128)),
    index + 128,
  ]),
);

function toWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 128 ? code : HIGH_BYTES.get(text.charAt(index));
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}
