import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** Changes bytes of a file in place, as a failing disk does. */
export const overwrite = (file: string, offset: number, bytes: Uint8Array): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, offset);
  closeSync(handle);
};

/** Turns one bit wherever the text stands: SQLite leaves copies of what it has moved. */
export const flipBitAt = (file: string, text: string): void => {
  const content = readFileSync(file);
  let offset = content.indexOf(text);
  if (offset < 0) throw new Error(`"${text}" is not in ${file}`);
  for (; offset >= 0; offset = content.indexOf(text, offset + 1)) {
    overwrite(file, offset, Uint8Array.of((content[offset] ?? 0) ^ 1));
  }
};
