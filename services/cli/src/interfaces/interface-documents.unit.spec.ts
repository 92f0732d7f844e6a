import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';
import { terminalOn } from '../terminal.ts';

const run = async (...commandLine: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = terminalOn({ write: (line) => out.push(line) }, { write: (line) => err.push(line) });
  const interruption = () => new AbortController().signal;
  const ports = { terminal, defaultUrl: 'http://127.0.0.1:9', defaultData: 'nowhere', interruption };
  return { code: await runProgram(commandLine, ports), out: out.join(''), err: err.join('') };
};

/**
 * What integrators build against. A change of it is a change for them: look at the difference, then renew both with
 * `npx vitest run --project unit services/cli/src/interfaces -u`.
 */
describe.each(['openapi', 'asyncapi'])('demarche %s', (name) => {
  test('prints the document that integrators were given, without a server', async () => {
    const { code, out } = await run(name);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../../${name}.json`);
  });

  test('--json is how it prints anyway', async () => {
    expect(await run(name, '--json')).toEqual(await run(name));
  });

  test('--out writes the same to a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cli-')), `${name}.json`);
    expect(await run(name, '--out', file)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe((await run(name)).out);
  });

  test('a file that cannot be written is named, and the command exits with 5', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'nowhere', `${name}.json`);
    expect(await run(name, '--out', file)).toEqual({ code: 5, out: '', err: `${file} cannot be written (ENOENT).\n` });
  });
});
