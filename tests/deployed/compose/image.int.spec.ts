import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ignore from '@balena/dockerignore';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { freePorts } from '../free-ports.ts';
import { wordsOf } from './compose-file.ts';
import { imageFaultsIn } from './image-faults.ts';
import { madeOf } from './made-of.ts';
import { readCompose } from './read-compose.ts';

const root = new URL('../../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

const programs = [
  ...new Set(
    Object.values(readCompose(['docker-compose.yml'], ['tools']).services).flatMap(
      (service) => wordsOf(service).find((word) => word.startsWith('services/')) ?? [],
    ),
  ),
];

interface Ended {
  readonly exitCode: number | null;
  readonly said: string;
}

const run = async (script: string, ...words: readonly string[]): Promise<Ended> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, root)), ...words], { env: {} });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, said };
};

describe('the image', () => {
  const dockerfile = read('infra/docker/Dockerfile');

  test('its Dockerfile pins, runs as nobody special, and keeps what builds out', () => {
    expect(imageFaultsIn(dockerfile)).toEqual([]);
  });

  test.each(programs)('nothing that %s is made of is left out of it', (program) => {
    const isLeftOut = ignore.default().add(read('.dockerignore'));
    const files = [...madeOf(new URL(program, root))].map((file) => relative(fileURLToPath(root), file));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => isLeftOut.ignores(file))).toEqual([]);
  });

  test('it runs the Node that everything is tested with', () => {
    expect(dockerfile).toContain(`ARG NODE=node:${read('.node-version').trim()}-`);
  });

  test('it holds every service that the compose file starts', () => {
    const kinds = programs.map((program) => program.split('/')[1]);
    expect(kinds).toContain('cli');
    for (const kind of kinds) expect(dockerfile).toMatch(new RegExp(`--workspace services/${kind}\\b`));
  });

  test.each([
    ['the newest of anything', /ARG NODE=.*/, 'ARG NODE=node:latest', 'node:latest names no whole version'],
    ['root', 'USER 1000:1000', '', 'ends without a user'],
    ['root by its name', 'USER 1000:1000', 'USER root', 'ends as root'],
    ['a program that its service may change', '--chown=root:root', '--chown=node:node', 'gives the program to node'],
    ['a secret', 'ENV NODE_ENV=production', 'ENV DEMARCHE_OFFICER_KEY=kaldara', 'has a secret in DEMARCHE_OFFICER_KEY'],
    ['an installation that need not be the locked one', 'npm ci', 'npm install', 'installs what is not locked'],
    ['scripts of others', '--ignore-scripts', '', 'runs the scripts of packages'],
    ['what only tests need', '--omit=dev', '', 'keeps what only tests need'],
  ])('%s is found', (_, what, instead, fault) => {
    expect(imageFaultsIn(dockerfile.replaceAll(new RegExp(what, 'g'), instead)).join('\n')).toContain(fault);
  });
});

describe('the health check', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const serving = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`;
  };
  const check = (...words: readonly string[]) => run('infra/docker/healthcheck.mjs', ...words);

  test('says yes where the service is ready, by the path that it was told', async () => {
    const address = await serving(({ url }, response) => response.writeHead(url === '/readyz' ? 200 : 404).end('{}'));
    expect(await check(address)).toEqual({ exitCode: 0, said: '' });
  });

  test('says no, and what the service says, where it is not', async () => {
    const address = await serving((_, response) => response.writeHead(503).end('{"status":"fail"}'));
    expect(await check(address)).toEqual({ exitCode: 1, said: `${address} answers 503: {"status":"fail"}\n` });
  });

  test('says no where nobody listens', async () => {
    const [port] = await freePorts(1);
    const answer = await check(`http://127.0.0.1:${port}/readyz`);
    expect(answer).toMatchObject({ exitCode: 1, said: expect.stringContaining('cannot be asked') });
  });

  test('says no where nobody answers', async () => {
    const address = await serving(() => {});
    expect(await check(address)).toMatchObject({ exitCode: 1, said: expect.stringContaining('no answer within') });
    server?.closeAllConnections();
  });

  test('says no where the answer breaks off', async () => {
    const address = await serving((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setImmediate(() => response.destroy());
    });
    expect((await check(address)).exitCode).toBe(1);
  });

  test('says how to be called', async () => {
    expect(await check()).toMatchObject({ exitCode: 1, said: expect.stringContaining('http://127.0.0.1:4801/readyz') });
  });
});

describe('the keys', () => {
  const inFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-keys-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };
  const make = (...files: readonly string[]) => run('infra/docker/make-keys.mjs', ...files);

  test('are long, differ, and are not made again', async () => {
    const folder = inFolder();
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    expect(await make(one)).toEqual({ exitCode: 0, said: `${one} is made\n` });
    const made = readFileSync(one, 'utf8');
    expect(made.trim().length).toBeGreaterThanOrEqual(64);
    expect((await make(one, other)).said).toBe(`${one} is there\n${other} is made\n`);
    expect(readFileSync(one, 'utf8')).toBe(made);
    expect(readFileSync(other, 'utf8')).not.toBe(made);
  });

  test('are changed in two steps, and none is lost by taking the first of them twice', async () => {
    const file = join(inFolder(), 'key');
    const keys = () => readFileSync(file, 'utf8').trimEnd().split('\n');
    await make(file);
    const [before] = keys();
    expect((await make('--change', file)).said).toBe(`${file} holds a new key, and the one before\n`);
    const changing = keys();
    expect(changing).toEqual([expect.stringMatching(/^[\w-]{64}$/), before]);
    expect((await make('--change', file)).said).toMatch(/ holds two keys already: end that change first/);
    expect(keys()).toEqual(changing);
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect((await make('--end-change', file)).said).toBe(`${file} holds the new key alone\n`);
    expect(keys()).toEqual(changing.slice(0, 1));
  });

  test('given half a key of a start that was killed, then a whole one is made', async () => {
    const file = join(inFolder(), 'key');
    writeFileSync(`${file}.new`, 'hal', { mode: 0o600 });
    await make(file);
    expect(readFileSync(file, 'utf8').trim().length).toBeGreaterThanOrEqual(64);
  });
});
