// npm 10 takes `node_modules/.bin/node` away again when it discards the Node packages of the other platforms.
// This puts it back. Plain JavaScript without dependencies: it runs on whatever Node is there, right after the installation.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const isWindows = process.platform === 'win32';
const program = join(
  `node-${isWindows ? 'win' : process.platform}-${process.arch}`,
  'bin',
  isWindows ? 'node.exe' : 'node',
);
const link = join(modules, '.bin', isWindows ? 'node.cmd' : 'node');

if (existsSync(join(modules, program)) && !existsSync(link)) {
  mkdirSync(join(modules, '.bin'), { recursive: true });
  if (isWindows) writeFileSync(link, `@"%~dp0\\..\\${program}" %*\r\n`);
  else symlinkSync(join('..', program), link);
}
