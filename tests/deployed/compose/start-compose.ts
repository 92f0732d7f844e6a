import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNats } from '@demarche/testing';
import { freePorts } from '../free-ports.ts';
import { type ServiceProcess, serviceProcess } from '../service-process.ts';
import { waitUntil } from '../wait-until.ts';
import type { Compose, ComposeService } from './compose-file.ts';
import { inOrder, onLoopback } from './on-loopback.ts';

const root = new URL('../../../', import.meta.url);

export interface RunningCompose {
  /** The console's. */
  readonly address: string;
  readonly folder: string;
  /** What went on, in the order in which it became healthy. */
  readonly services: readonly ServiceProcess[];
  /** Runs what is there to be run by hand, such as the command `demarche`, with these words in place of its own. */
  run(name: string, ...words: readonly string[]): Promise<Ended>;
  close(): Promise<void>;
}

interface Ended {
  readonly exitCode: number | null;
  readonly said: string;
}

/**
 * Runs a compose file without containers: every service of ours by its own command, with its own environment and its own
 * health check, each once what it waits for is healthy. In place of the bus's image stands a NATS server of this machine, in
 * place of KurrentDB a SQLite file.
 * @throws where one does not become healthy, with what it said
 */
export const startCompose = async (compose: Compose): Promise<RunningCompose> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-compose-'));
  const nats = await startNats();
  const names = Object.keys(compose.services);
  const free = await freePorts(names.length);
  const ports = Object.fromEntries(names.map((name, index) => [name, free[index] ?? 0]));
  const running = new Map<string, ServiceProcess>();
  const close = async (): Promise<void> => {
    await Promise.all([...running.values()].map((service) => service.kill()));
    await nats.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const loopback = { folder, bus: new URL(nats.url).host, ports };
  const run = (name: string, ...words: readonly string[]): Promise<Ended> => {
    const [, ...program] = compose.services[name]?.entrypoint ?? [];
    return runOnce([...program, ...words], onLoopback(compose, name, loopback).environment);
  };
  try {
    for (const [name, service] of inOrder(compose.services).filter(isOurs)) {
      const here = onLoopback(compose, name, loopback);
      const command = (service.command ?? []).slice(1).map(here.translate);
      if (service.restart === 'no') await runToItsEnd(name, command);
      else running.set(name, await startService({ name, service, command, port: ports[name] ?? 0, here }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { address: addressOf(running.get('console')), folder, services: [...running.values()], run, close };
};

const isOurs = ([, { command }]: readonly [string, ComposeService]): boolean => command?.[0] === 'node';

const addressOf = (service: ServiceProcess | undefined): string => {
  if (!service) throw new Error('The compose file has no console');
  return service.address;
};

interface ToStart {
  readonly name: string;
  readonly service: ComposeService;
  readonly command: readonly string[];
  readonly port: number;
  readonly here: ReturnType<typeof onLoopback>;
}

/** Resolves once its own health check says yes. */
const startService = async ({ name, service, command, port, here }: ToStart): Promise<ServiceProcess> => {
  const [main = ''] = command;
  const started = serviceProcess({ name, main: new URL(main, root), port, settings: here.environment });
  const check = (service.healthcheck?.test ?? []).slice(2).map(here.translate);
  try {
    await started.start();
    await waitUntil(`${name} is healthy`, () => unhealthy(name, check, started));
    return started;
  } catch (error) {
    await started.kill();
    throw error;
  }
};

const unhealthy = async (name: string, check: readonly string[], service: ServiceProcess): Promise<string> => {
  try {
    await runToItsEnd(name, check);
    return '';
  } catch (error) {
    return `${String(error)}\n${service.said()}`;
  }
};

/** What a container that ends does. @throws what it said, where it does not end with 0 */
const runToItsEnd = async (name: string, words: readonly string[]): Promise<void> => {
  const { exitCode, said } = await runOnce(words);
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}: ${said}`);
};

const runOnce = async (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => {
  const child = spawn(process.execPath, words, {
    cwd: fileURLToPath(root),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (piece: Buffer): void => {
    said += piece.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, said };
};
