import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openWire } from './wire.ts';

const PAUSE_MS = 25;

/** Runs in a thread of its own: says of each question how many milliseconds its answer took, until told to stop. */
const { port } = workerData as { port: number };
const wire = openWire(port, 1);
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
while (!stopping.signal.aborted) {
  const began = performance.now();
  await wire.send({ method: 'GET', path: '/identity/persons' });
  parentPort?.postMessage(Math.round(performance.now() - began));
  await delay(PAUSE_MS);
}
wire.close();
