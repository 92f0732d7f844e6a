import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openWire } from './wire.ts';

const PAUSE_MS = 25;

const TICK_MS = 10;

/** How long the one thread that answers has been at work. While the whole machine stands still, so does this. */
const workedMs = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8');
  // What stands before is the name of the program, and may hold anything.
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (Number(user) + Number(system)) * TICK_MS;
};

/** Runs in a thread of its own: says of each question for how many milliseconds it was kept waiting by work, until told to stop. */
const { port, pid } = workerData as { port: number; pid: number };
const wire = openWire(port, 1);
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
while (!stopping.signal.aborted) {
  const before = workedMs(pid);
  await wire.send({ method: 'GET', path: '/identity/persons' });
  parentPort?.postMessage(workedMs(pid) - before);
  await delay(PAUSE_MS);
}
wire.close();
