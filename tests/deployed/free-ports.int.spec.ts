import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freePorts, freeRow } from './free-ports.ts';

/** Of 8,000 in all: by chance alone some of them would be the same. */
const MANY = 200;
const ROW = 10;
const elsewhere = `import { freePorts } from '${new URL('./free-ports.ts', import.meta.url)}'
process.stdout.write(JSON.stringify(await freePorts(${MANY})))`;

test('ports that were given out, and on which nobody listens as yet, are given to nobody else', async () => {
  const [once, first, again] = [await freePorts(MANY), await freeRow(ROW), await freePorts(MANY)];
  const row = Array.from({ length: ROW }, (_, index) => first + index);
  const asked = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', elsewhere]);
  const others = JSON.parse((await asked).stdout) as readonly number[];
  expect(new Set([...once, ...row, ...again, ...others]).size).toBe(3 * MANY + ROW);
}, 60_000);
