import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { KillableEventStore } from './killable-event-store.ts';
import { freePort, OptionsIgnored, type ServerProcess, serverProcess } from './server-process.ts';

const SERVERS = 3;

/**
 * Three servers that hold the same. What is done is done to the one that leads; it is started again as one of three.
 * @throws OptionsIgnored where they do not find each other
 */
export const killableCluster = async (): Promise<KillableEventStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kurrent-'));
  const ports = [...(await differentPorts(SERVERS))];
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  const servers = ports.map((port, index) =>
    serverProcess({
      port,
      folder: join(folder, String(index)),
      options: optionsOf(hosts.toSpliced(index, 1)),
      supervised: true,
    }),
  );
  let harmed: ServerProcess | undefined;
  const inPlace = async (): Promise<ServerProcess> => {
    for (;;) {
      const states = await Promise.all(servers.map((server) => server.state()));
      const leaders = servers.filter((_, index) => states[index] === 'leader');
      if (leaders.length === SERVERS) {
        throw new OptionsIgnored('the command of EVENTSTORE_COMMAND does not pass on the options for a cluster');
      }
      const [leader] = leaders;
      if (leader && states.filter((state) => state === 'follower').length === SERVERS - 1) return leader;
      await setTimeout(100);
    }
  };
  const harmLeader = async (harm: (leader: ServerProcess) => unknown) => {
    harmed = await inPlace();
    await harm(harmed);
  };
  const close = async () => {
    await Promise.all(servers.map((server) => server.end('SIGCONT', 'SIGKILL')));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    for (const server of servers) server.start();
    await inPlace();
    return {
      store: { address: `esdb://${hosts.join(',')}?tls=false` },
      kill: () => harmLeader((leader) => leader.end('SIGKILL')),
      stop: () => harmLeader((leader) => leader.end('SIGTERM')),
      pause: () => harmLeader((leader) => leader.pause()),
      async resume() {
        harmed?.resume();
        await inPlace();
      },
      async start() {
        harmed?.start();
        await inPlace();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

const optionsOf = (others: readonly string[]): readonly string[] => {
  const found = ['--discover-via-dns', 'false', '--gossip-seed', others.join(',')];
  return ['--insecure', '--cluster-size', String(SERVERS), ...found];
};

const differentPorts = async (count: number): Promise<ReadonlySet<number>> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return ports;
};
