import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { natsInstalled } from '@demarche/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freeRow, isFree } from './free-ports.ts';
import { waitUntil } from './wait-until.ts';

const installed = natsInstalled();
const LONG_MS = 300_000;
const PORTS = 10;
const script = fileURLToPath(new URL('../../infra/one-host/start.sh', import.meta.url));

const areFree = async (first: number): Promise<boolean> =>
  (await Promise.all(Array.from({ length: PORTS }, (_, index) => isFree(first + index)))).every(Boolean);

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-one-host-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
};

const started = (folder: string, first: number): ChildProcess => {
  const child = spawn(script, [folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  onTestFinished(() => {
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
  });
  return child;
};

/** A start that is to fail: how it ended, and all that was said until then. */
const ended = async (first: number, ...settings: readonly string[]) => {
  const child = spawn('env', [...settings, script, newFolder(), String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onTestFinished(() => {
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
  });
  const [[code], printed, said] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, printed, said };
};

describe.skipIf(installed !== true)(`one host${installed === true ? '' : ` (skipped: ${installed})`}`, () => {
  test('the script of the README starts everything, and Ctrl+C ends everything', { timeout: LONG_MS }, async () => {
    const first = await freeRow(PORTS);
    const child = started(newFolder(), first);
    let said = '';
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    await waitUntil('it says that it is ready', async () =>
      said.includes('ready at') ? '' : said || 'nothing was said',
    );
    expect(said).toContain(`http://127.0.0.1:${first}`);
    const ready = await fetch(`http://127.0.0.1:${first}/readyz`);
    expect(ready.status).toBe(200);

    const exit = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await exit;
    expect(await areFree(first)).toBe(true);
  });

  test('given a port is somebody else’s, then nothing is started, and the port is named', {
    timeout: LONG_MS,
  }, async () => {
    const first = await freeRow(PORTS);
    const somebody = createServer().listen(first + 3, '127.0.0.1');
    onTestFinished(() => void somebody.close());
    await once(somebody, 'listening');

    expect(await ended(first)).toEqual({
      code: 1,
      printed: '',
      said: expect.stringMatching(`^Another program listens on 127.0.0.1 at ${first + 3}: end it, or name another`),
    });
  });

  test('given nobody becomes ready, then it says who is not, while it waits', { timeout: LONG_MS }, async () => {
    const first = await freeRow(PORTS);
    const child = spawn('env', ['DEMARCHE_HOST=127.0.0.2', script, newFolder(), String(first)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    onTestFinished(() => {
      if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
    });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    const sentence = `Nothing answers at http://127.0.0.1:${first + 6} yet.`;
    await waitUntil('it says who is not ready', async () =>
      said.includes(sentence) ? '' : said || 'nothing was said',
    );
    const exit = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await exit;
    expect(said).not.toContain('is ready');
  });

  test('given a service cannot start, then it is named, and everything else is stopped', {
    timeout: LONG_MS,
  }, async () => {
    const first = await freeRow(PORTS);
    const { code, printed, said } = await ended(first, 'DEMARCHE_BUS_REPLICAS=2');

    expect(code).toBe(1);
    expect(printed).not.toContain('ready at');
    expect(said).toMatch(/^relay has ended; .* Everything else is stopped\.$/m);
    expect(await areFree(first)).toBe(true);
  });
});
