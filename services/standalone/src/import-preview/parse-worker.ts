import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { hintsFromFileName, type NarrativeInput, parseNarrative } from '@demarche/report-parser';

/** Runs in a thread of its own: reads one narrative for each message. */
parentPort?.on('message', (input: NarrativeInput & { readonly bytes: Uint8Array }) => {
  const hints = { ...hintsFromFileName(input.file, input.countries), ...input.hints };
  parentPort?.postMessage({
    narrative: parseNarrative({ ...input, hints }),
    sha256: createHash('sha256').update(input.bytes).digest('hex'),
  });
});
