import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';

// Every story starts whole processes, some of them twice, on a machine that may have other work.
vi.setConfig({ testTimeout: 300_000 });

const launcher = fileURLToPath(new URL('../bin/demarche-standalone.mjs', import.meta.url));
const command = fileURLToPath(new URL('../../cli/bin/demarche.mjs', import.meta.url));

interface Started {
  readonly child: ReturnType<typeof launch>;
  readonly address: string;
  readonly folder: string;
  /** Ends it and answers its exit code, or the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

const running = new Set<ChildProcess>();
const killAll = async (): Promise<void> => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
};
afterEach(killAll);

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'standalone-'));
type Program = readonly [file: string, commandLine: readonly string[]];

const launch = (settings: Record<string, string>, [file, commandLine]: Program = [process.execPath, [launcher]]) => {
  const child = spawn(file, commandLine, {
    env: { DEMARCHE_PORT: '0', DEMARCHE_DEMO: 'no', DEMARCHE_PAGES: 'as-built', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
};

/** Starts Demarche and waits for the line that says where it is. */
const start = async (
  folder = newFolder(),
  settings: Record<string, string> = {},
  program?: Program,
): Promise<Started> => {
  const child = launch({ DEMARCHE_DATA: folder, ...settings }, program);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    const address = /ready at (\S+)/.exec(said)?.[1];
    if (address) resolve(address);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', () => reject(new Error(`Demarche did not start: ${said}`)));
  return {
    child,
    address: await promise,
    folder,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code, by] = (await once(child, 'exit')) as [number | null, string | null];
      return code ?? by ?? '';
    },
  };
};

/** Starts what must not start, and answers its exit code and its sentence. */
const refused = async (settings: Record<string, string>) => {
  const child = launch({ DEMARCHE_DATA: newFolder(), ...settings });
  const [sentence, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, sentence };
};

const demarche = async (address: string, ...commandLine: string[]) => {
  const child = spawn(process.execPath, [command, ...commandLine], {
    env: { DEMARCHE_URL: address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code, out, err };
};

const narrative = (year: number, items: readonly string[]): string => `${year} Trafficking in Persons Report: Kaldara

KALDARA (Tier 2)

The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on Tier 2.

PRIORITIZED RECOMMENDATIONS:

${items.map((item) => `• ${item}`).join('\n\n')}

PROSECUTION

The government maintained law enforcement efforts.
`;
const law = 'Enact the draft law on trafficking in persons.';
const training = 'Train inspectors to identify victims among workers.';

const narratives = (): string => {
  const folder = join(newFolder(), 'narratives');
  mkdirSync(folder);
  writeFileSync(join(folder, '2018-XKD.txt'), narrative(2018, [law]));
  writeFileSync(join(folder, '2019-XKD.txt'), narrative(2019, [law, training]));
  return folder;
};
const importing = (address: string, path: string, ...more: string[]) =>
  demarche(address, 'import', path, '--country', 'XKD=Kaldara', ...more);

const ask = async (address: string, query: string, person = 'ines.okafor') => {
  const post = (path: string, body: object, headers = {}) =>
    fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const signedIn = await post('/identity/sign-in', { personId: person });
  const answer = await post('/graphql', { query }, { cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' });
  return (await answer.json()) as { data: Record<string, unknown>; errors?: unknown };
};

describe('a start', () => {
  test('answers on this machine, is ready, and stops when told to', async () => {
    const { address, stop } = await start();

    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({
      status: 'pass',
      checks: { store: { journalMode: 'wal', synchronous: 2 }, projections: { lag: 0, parked: 0 } },
    });
    expect(await (await fetch(`${address}/console-config`)).json()).toMatchObject({
      marking: 'UNCLASSIFIED',
      demonstration: false,
    });
    expect(await stop()).toBe(0);
  });

  test('outlives the terminal that it was started from', async () => {
    const { address, child } = await start(newFolder(), { DEMARCHE_LOG: 'info' });
    child.stdout.destroy();
    child.stderr.destroy();

    await fetch(`${address}/nowhere`);
    expect((await fetch(`${address}/livez`)).status).toBe(200);
  });

  test('by npm ends with npm, which tells only the shell between them to stop', async () => {
    const { address, child } = await start(newFolder(), { npm_lifecycle_event: 'start' }, [
      'sh',
      ['-c', `${process.execPath} ${launcher}; true`],
    ]);
    child.kill('SIGTERM');

    await expect.poll(() => fetch(address).catch(() => 'gone'), { timeout: 15_000 }).toBe('gone');
  });

  test('with demonstration data says on every page that it is made up', async () => {
    const { address } = await start(newFolder(), { DEMARCHE_DEMO: 'default' });

    expect(await (await fetch(`${address}/console-config`)).json()).toMatchObject({ demonstration: true });
    const { data } = await ask(address, '{ country(code: "XKD") { name } }');
    expect(data).toEqual({ country: { name: 'Kaldara' } });
  });

  test('is refused, with a sentence, on a folder that is in use', async () => {
    const { address, folder } = await start();
    const { code, sentence } = await refused({ DEMARCHE_DATA: folder });

    expect(code).toBe(1);
    expect(sentence).toContain(`already runs on ${folder}, at ${address}. Use that one, stop it first`);
  });

  test('is refused on a port that is taken', async () => {
    const { address } = await start();
    const { code, sentence } = await refused({ DEMARCHE_PORT: new URL(address).port });

    expect(code).toBe(1);
    expect(sentence).toContain('is taken by another program. Choose another with DEMARCHE_PORT');
  });

  test('is refused with every wrong setting at once, and never answers other machines', async () => {
    const { code, sentence } = await refused({
      DEMARCHE_HOST: '0.0.0.0',
      DEMARCHE_PORT: 'high',
      DEMARCHE_DEMO: 'maybe',
    });

    expect(code).toBe(1);
    expect(sentence).toMatch(/DEMARCHE_PORT must be a port number/);
    expect(sentence).toMatch(/DEMARCHE_HOST must be 127\.0\.0\.1: .* on this machine only/);
    expect(sentence).toMatch(/DEMARCHE_DEMO must be yes, no or default/);
  });
});

describe('a request', () => {
  test('under another name is not answered, so that no foreign name can be pointed here', async () => {
    const { address } = await start();
    const status = await new Promise((resolve, reject) => {
      httpRequest(`${address}/identity/persons`, { headers: { host: 'demarche.example' } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });

    expect(status).toBe(421);
  });

  test('from another site’s page changes nothing, wherever it goes', async () => {
    const { address } = await start();
    const paths = [
      '/api/country-reports',
      '/graphql',
      '/identity/sign-in',
      '/import/preview',
      '/operator/projections/rebuild',
    ];
    const codes = await Promise.all(
      paths.map(async (path) => {
        const response = await fetch(address + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
          body: '{}',
        });
        return `${path} ${response.status} ${((await response.json()) as { code: string }).code}`;
      }),
    );

    expect(codes).toEqual(paths.map((path) => `${path} 403 foreign-origin`));
  });
});

describe('a question', () => {
  test('is answered to nobody who has not said who they are, by whichever way it comes', async () => {
    const { address } = await start();
    const headers = { 'content-type': 'application/json' };
    const question = { questions: [{ query: 'portfolio', arguments: {} }] };
    const direct = await fetch(`${address}/queries`, { method: 'POST', headers, body: JSON.stringify(question) });
    expect(direct.status).toBe(404);

    const query = '{ countries { totalCount } }';
    const graph = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect(await graph.json()).toMatchObject({ errors: [{ extensions: { code: 'not-signed-in' } }] });
  });
});

describe('an import', () => {
  test('brings a folder in once; the same again, after a restart, changes nothing', async () => {
    const folder = narratives();
    const { address, folder: data, stop } = await start();

    const first = await importing(address, folder);
    expect(first.code).toBe(0);
    expect(first.err).toContain('2 files: 2 new, 0 unchanged, 0 reworded (kept for review), 0 unsure, 0 refused.');
    expect(first.out).toMatch(/^new {8}XKD-2018 {2}Tier 2, 1 recommendation /);
    await stop('SIGKILL');

    const again = await start(data);
    expect((await importing(again.address, folder)).err).toContain('0 new, 2 unchanged');
    expect((await importing(again.address, folder, '--as', 'Tomas Lindqvist')).err).toContain('0 new, 2 unchanged');
    const { data: answer } = await ask(again.address, '{ status { events } }');
    expect(answer).toEqual({ status: { events: 2 } });
  });

  test('is seen on the two clocks: as we know it today, and not as we knew it then', async () => {
    const { address } = await start();
    await importing(address, narratives());
    const report = 'name heldSince tier { reportYear } recommendations { edges { node { reference text } } }';
    const { data } = await ask(
      address,
      `{ today: country(code: "XKD", at: { validTime: "2019-01-01" }) { ${report} }
         atTheTime: country(code: "XKD", at: { validTime: "2019-01-01", systemTime: "2019-01-01" }) { ${report} } }`,
    );

    expect(data).toMatchObject({
      today: {
        name: 'Kaldara',
        tier: { reportYear: 2018 },
        recommendations: { edges: [{ node: { reference: 'XKD-2018-01', text: law } }] },
      },
      atTheTime: null,
    });
  });

  test('keeps a text that differs for review, and refuses what it cannot read without bringing half of it in', async () => {
    const folder = narratives();
    const { address } = await start();
    await importing(address, folder);
    writeFileSync(join(folder, '2019-XKD.txt'), narrative(2019, [law, 'Train police.']));
    writeFileSync(join(folder, 'minutes.txt'), 'Minutes of the meeting of the harbour board.');

    const preview = await importing(address, folder, '--dry-run', '--json');
    const outcomes = preview.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { outcome: string }).outcome);
    expect(outcomes).toEqual(['unchanged', 'reworded', 'refused']);
    expect(preview.err).toContain('Nothing was recorded.');

    const { code, err } = await importing(address, folder);
    expect(code).toBe(1);
    expect(err).toMatch(/minutes\.txt(:\d+)?: refused: [a-z-]+: [A-Z]/);
    expect(err).toContain('3 files: 0 new, 1 unchanged, 1 reworded (kept for review), 0 unsure, 1 refused.');
  });

  test('of what changes nothing says when it waits for review, or when the day that was given is not recorded', async () => {
    const folder = narratives();
    const { address } = await start();
    await importing(address, folder);
    const other = join(folder, '2019-XKD.txt');
    writeFileSync(other, narrative(2019, [law, 'Train police.']));
    await importing(address, other);

    const waiting = await importing(address, other);
    expect(waiting).toMatchObject({ code: 0, out: expect.stringMatching(/^unchanged/) });
    expect(waiting.err).toContain('note: The same differing text waits for review already, as XKD-2019-W1;');

    const dated = await importing(address, join(folder, '2018-XKD.txt'), '--published', '2018-06-28');
    expect(dated).toMatchObject({ code: 0, out: expect.stringMatching(/^unchanged/) });
    expect(dated.err).toContain(
      'given, 2018-06-28, is not recorded: the report is on record with 2018-06-30, the stat',
    );
  });

  test('into a demonstration is done, and tells how to begin a record of one’s own', async () => {
    const { address } = await start(newFolder(), { DEMARCHE_DEMO: 'yes' });
    const own = join(narratives(), '2018-XKD.txt');
    const { code, out, err } = await importing(address, own);

    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^(new|reworded)/) });
    expect(err).toContain('DEMARCHE_DEMO=no DEMARCHE_DATA=<an empty folder> npm start');
  });

  test('by a person whom nobody knows is refused', async () => {
    const { address } = await start();
    const { code, err } = await importing(address, narratives(), '--as', 'nobody');

    expect(code).toBe(2);
    expect(err).toContain('--as takes one of ines.okafor (Ines Okafor)');
  });
});

describe('an operator', () => {
  test('sees how it does, and builds the views anew while they answer', async () => {
    const { address } = await start();
    await importing(address, narratives());

    expect(await demarche(address, 'status')).toMatchObject({ code: 0, out: expect.stringContaining('is ready.') });
    expect(await demarche(address, 'projections', 'parked')).toMatchObject({ code: 0, out: 'No stream is parked.\n' });
    expect(await demarche(address, 'projections', 'rebuild')).toMatchObject({
      code: 0,
      out: 'The views were built anew and are in use.\n',
    });
    expect((await ask(address, '{ country(code: "XKD") { name } }')).data).toEqual({ country: { name: 'Kaldara' } });
  });

  test('has everything looked through', async () => {
    const { address, folder } = await start();
    const { out } = await demarche(address, 'doctor', '--json');

    const { facts, findings } = JSON.parse(out);
    expect(facts).toMatchObject({ dataFolder: folder, checks: { store: { journalMode: 'wal', synchronous: 2 } } });
    expect(findings).toContainEqual({
      state: 'fine',
      about: 'durability',
      sentence: 'Whatever is acknowledged is on disk (journal wal, synchronous full).',
    });
  });

  test('must be somebody', async () => {
    const { address } = await start();

    for (const path of ['projections/parked', 'projections/rebuild', 'doctor'])
      expect((await fetch(`${address}/operator/${path}`)).status).toBe(401);
  });
});
