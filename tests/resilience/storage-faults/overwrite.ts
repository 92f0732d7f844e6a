import { closeSync, openSync, writeSync } from 'node:fs';

/** Changes bytes of a file in place, as a failing disk does. */
export const overwrite = (file: string, offset: number, bytes: Uint8Array): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, offset);
  closeSync(handle);
};
