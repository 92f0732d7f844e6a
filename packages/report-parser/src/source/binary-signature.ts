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
  const kind = SIGNATURES.find(([signature]) => beginsWith(bytes, signature));
  return kind === undefined ? null : kind[1];
}

function beginsWith(bytes: Uint8Array, signature: string): boolean {
  for (let index = 0; index < signature.length; index += 1) {
    if (bytes[index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

const STRANGE = /[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/g;

/** Whether decoded text is in truth something else: characters that no page carries. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const strange = sample.match(STRANGE)?.length ?? 0;
  return strange > sample.length / 100 + 2;
}
