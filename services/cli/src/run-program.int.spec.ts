import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { terminalOn } from './terminal.ts';

const narrative = `KALDARA (Tier 2)

The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on Tier 2.

PRIORITIZED RECOMMENDATIONS:

• Enact the draft law on trafficking in persons.

• Train inspectors to identify victims among workers.

PROSECUTION

The government maintained law enforcement efforts.
`;
const fileWith = (content: string, name = '2024-XKD-embassy.txt'): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'cli-')), name);
  writeFileSync(path, content);
  return path;
};
const kaldara = ['--country', 'XKD=Kaldara'];

const run = async (...commandLine: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = terminalOn({ write: (line) => out.push(line) }, { write: (line) => err.push(line) });
  const interruption = () => new AbortController().signal;
  const code = await runProgram(commandLine, {
    terminal,
    defaultUrl: 'http://127.0.0.1:9',
    defaultData: 'nowhere',
    interruption,
  });
  return { code, out: out.join(''), err: err.join('') };
};

describe('demarche parse', () => {
  test('--json prints one object a line for each file', async () => {
    const file = fileWith(narrative);
    const { code, out } = await run('parse', file, fileWith(narrative), '--json', ...kaldara);

    expect(code).toBe(0);
    const [first, second, rest] = out.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      file,
      country: { iso3: 'XKD', name: 'Kaldara' },
      reportYear: 2024,
      tier: { value: 'tier-2', movement: 'remained' },
      recommendations: [{ ordinal: 1, text: 'Enact the draft law on trafficking in persons.' }, { ordinal: 2 }],
      section: 'complete',
      warnings: [{ code: 'taken-from-file-name' }],
      refused: null,
    });
    expect(JSON.parse(second ?? '')).toMatchObject({ refused: null });
    expect(rest).toBe('');
  });

  test('prints for a person what the file says', async () => {
    const { code, out } = await run('parse', fileWith(narrative), ...kaldara);

    expect(code).toBe(0);
    expect(out).toContain('Kaldara (XKD), 2024\n  Tier 2, remained\n  2 recommendations, the whole list\n');
    expect(out).toContain('   1. Enact the draft law on trafficking in persons.\n');
    expect(out).toContain('  How sure: country high (line 1), year medium, tier high (line 3), list high (line 5)\n');
    expect(out).toContain('The text does not say the year (2024); it was taken from the file’s name.');
  });

  test('--explain prints each line with what it was taken for', async () => {
    const { out } = await run('parse', fileWith(narrative), '--explain', ...kaldara);

    expect(out).toMatch(/^ {4}7 {2}recommendation 1 .* Enact the draft law/m);
  });

  test('shows the unfinished item of a cut list, and says that it is not saved', async () => {
    const cut = narrative.slice(0, narrative.indexOf(' among workers'));
    const { out } = await run('parse', fileWith(cut), ...kaldara);

    expect(out).toContain('1 recommendation; the file ends inside the list, after number 1\n');
    expect(out).toContain('   cut: Train inspectors to identify victims … (not saved: the file ends here)\n');
  });

  test('offers to split a file of several narratives, and splits it when told to', async () => {
    const file = fileWith(narrative + narrative.replaceAll('KALDARA', 'TONGA').replaceAll('Kaldara', 'Tonga'));
    const refused = await run('parse', file, ...kaldara);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('refused: several-narratives');
    expect(refused.err).toContain('Or give --split to read each as a narrative of its own.');

    const { code, out } = await run('parse', file, '--split', '--country', 'XKD=Kaldara');
    expect(code).toBe(0);
    expect(out).toContain(`${file}#1\n  Kaldara (XKD), 2024\n`);
    expect(out).toContain(`${file}#2\n  Tonga (TON), 2024\n`);
  });

  test('says what it refuses, with file, line, code and sentence, and exits with 1', async () => {
    const file = fileWith('Minutes of the meeting of the harbour board.');
    const { code, err } = await run('parse', file, '--json');

    expect(code).toBe(1);
    expect(err).toBe('');
    const human = await run('parse', file);
    expect(human.err).toMatch(new RegExp(`^${file}(:\\d+)?: refused: [a-z-]+: [A-Z].*\\.\\n$`));
  });
});

describe('a command that is not used as it is meant to be exits with 2 and says why', () => {
  test.each([
    ['no file', ['parse'], "missing required argument 'file'"],
    ['a file that is not there', ['parse', 'nowhere.txt'], 'There is no file or folder nowhere.txt.'],
    ['a year that is none', ['parse', 'a.txt', '--year', 'last'], 'It must be a year from 2001 on'],
    ['an address that is none', ['parse', 'a.txt', '--source', 'state.gov'], 'begins with http:// or https://'],
    ['half a country', ['parse', 'a.txt', '--country', 'Kaldara='], 'such as XKD=Kaldara'],
    ['a day that is none', ['import', 'a.txt', '--published', '31.2.2019'], 'It must be a day, such as 2019-06-20.'],
    ['a command that is none', ['improt'], "unknown command 'improt'"],
  ])('%s', async (_case, commandLine, sentence) => {
    const { code, out, err } = await run(...commandLine);

    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });
});

test.each([
  ['status'],
  ['import', fileWith(narrative)],
  ['projections', 'parked'],
  ['projections', 'rebuild'],
  ['projections', 'replay'],
  ['doctor'],
])('demarche %s exits with 3 where no Demarche answers', async (...commandLine) => {
  const { code, err } = await run(...commandLine);

  expect(code).toBe(3);
  expect(err).toBe(
    'No Demarche answers at http://127.0.0.1:9. Start it with "npm start", or say where it runs with --url.\n',
  );
});

test.each([
  ['only has something to tell', {}, 0],
  ['could answer nothing', { answers: false }, 3],
  ['cannot record everything', { behind: [{ name: 'engagements', status: 'warn', records: false }] }, 6],
  ['could neither record nor answer', { answers: false, behind: [{ status: 'warn', records: false }] }, 3],
  ['shows what may not be on record', { beyondRecord: true }, 3],
])('demarche status of a console whose gateway %s exits so that a script knows', async (_, said, expected) => {
  const gateway = { status: 'warn', trouble: 'Somebody should look', ...said };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'warn', checks: { gateway } }));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  expect(await run('status', '--url', `http://127.0.0.1:${port}`)).toMatchObject({ code: expected, err: '' });
});

test('--help explains every command and every exit code', async () => {
  const { code, out } = await run('--help');

  expect(code).toBe(0);
  for (const word of ['parse', 'import', 'status', 'projections', 'Exit codes:']) expect(out).toContain(word);
});

test('--version says which one it is', async () => {
  expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a reader that has seen enough is no crash', async () => {
  const bin = fileURLToPath(new URL('../bin/demarche.mjs', import.meta.url));
  const many = Array.from({ length: 400 }, () => fileWith(narrative));
  const demarche = spawn(process.execPath, [bin, 'parse', '--json', ...many], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = text(demarche.stderr);
  await once(demarche.stdout, 'data');
  demarche.stdout.destroy();

  expect(await once(demarche, 'exit')).toEqual([0, null]);
  expect(await said).toBe('');
});
