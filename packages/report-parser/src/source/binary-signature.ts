const SIGNATURES: readonly (readonly [signature: string, kind: string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a Word, Excel or ZIP file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Excel file'],
  ['{\\rtf', 'a rich text (RTF) file'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a compressed file'],
  ['7z\u00bc\u00af', 'a compressed file'],
  ['bplist', 'a Safari web archive'],
  ['SQLite format', 'a database'],
];

const SAMPLE = 4096;

/** What kind of binary file the bytes are, or null when they may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  for (const [signature, kind] of SIGNATURES) {
    if (head.startsWith(signature)) return kind;
  }
  return null;
}

/** Whether decoded text is in truth something else: characters that no page carries. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  let strange = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (isControl(sample.charCodeAt(index))) strange += 1;
  }
  return strange > sample.length / 100 + 2;
}

function isControl(code: number): boolean {
  return (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd;
}
