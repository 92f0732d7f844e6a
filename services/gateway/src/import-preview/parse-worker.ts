import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { parseSavedFile } from '@demarche/report-parser';
import type { FileToRead } from './narrative-reader.ts';

/** Runs in a thread of its own: reads one file for each message. */
parentPort?.on('message', ({ split, ...input }: FileToRead) => {
  parentPort?.postMessage({
    narratives: parseSavedFile(input, { split }),
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
  });
});
