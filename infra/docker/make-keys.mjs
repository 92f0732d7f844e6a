// Makes each secret that is named and not there yet: node make-keys.mjs FILE... A key that is there is left alone, so that a
// later start changes nothing. Only its owner may read it.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

const BYTES = 48;

const make = (file) => {
  // Written whole or not at all: half a key would be kept for ever.
  rmSync(`${file}.new`, { force: true });
  const draft = openSync(`${file}.new`, 'wx', 0o400);
  writeSync(draft, `${randomBytes(BYTES).toString('base64url')}\n`);
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${file}.new`, file);
};

for (const file of process.argv.slice(2)) {
  const isThere = existsSync(file);
  if (!isThere) make(file);
  process.stdout.write(`${file} ${isThere ? 'is there' : 'is made'}\n`);
}
