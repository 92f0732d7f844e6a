// Makes each secret that is named and not there yet: node make-keys.mjs FILE... A key that is there is left alone, so that a
// later start changes nothing. Only its owner may read it. To change keys (README, "Changing a key"):
//
//   node make-keys.mjs --change FILE...        a new key, and below it the one before, which is believed as well
//   node make-keys.mjs --end-change FILE...    the new one alone
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';

const BYTES = 48;

const newKey = () => randomBytes(BYTES).toString('base64url');
const keysIn = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => line.trim() || []);

const write = (file, keys) => {
  // Written whole or not at all: half a key would be kept for ever.
  rmSync(`${file}.new`, { force: true });
  const draft = openSync(`${file}.new`, 'wx', 0o400);
  writeSync(draft, keys.map((key) => `${key}\n`).join(''));
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${file}.new`, file);
};

const make = (file) => {
  if (existsSync(file)) return 'is there';
  write(file, [newKey()]);
  return 'is made';
};

const change = (file) => {
  const [key, before] = keysIn(file);
  // One more would drop a key by which some service may still sign.
  if (before !== undefined) return 'holds two keys already: end that change first, with --end-change';
  write(file, [newKey(), key]);
  return 'holds a new key, and the one before';
};

const endChange = (file) => {
  write(file, keysIn(file).slice(0, 1));
  return 'holds the new key alone';
};

const ways = { '--change': change, '--end-change': endChange };
const [word, ...others] = process.argv.slice(2);
const way = ways[word];
for (const file of way ? others : process.argv.slice(2)) process.stdout.write(`${file} ${(way ?? make)(file)}\n`);
