import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { NarrativeInput, ParsedNarrative } from '@demarche/report-parser';

export type FileToRead = NarrativeInput & { readonly bytes: Uint8Array; readonly split: boolean };

interface ReadFile {
  /** One, or as many as the file was split into. */
  readonly narratives: readonly ParsedNarrative[];
  readonly sha256: string;
}

/** The file took more time or memory than any narrative takes. The reader goes on with the next one. */
export class NarrativeTooHard extends Error {
  override readonly name = 'NarrativeTooHard';
}

export interface NarrativeReader {
  /** @throws NarrativeTooHard */
  read(input: FileToRead): Promise<ReadFile>;
  /** Gives up what is being read: whoever wanted it has gone by then. */
  close(): Promise<void>;
}

export interface NarrativeReaderOptions {
  readonly timeLimitMs?: number;
  readonly memoryLimitMb?: number;
  /** The thread keeps what the largest file took; after so long without work it gives it back, and goes. */
  readonly idleMs?: number;
  /** For tests of the limits. */
  readonly script?: URL;
}

/**
 * Reads what strangers wrote in a thread of its own, with limits, so that no file can hold up or bring down the process
 * that serves everybody (R49). The thread does no input or output: it is handed bytes and hands back a reading.
 */
export const narrativeReader = ({
  timeLimitMs = 10_000,
  memoryLimitMb = 256,
  idleMs = 30_000,
  script = new URL('parse-worker.ts', import.meta.url),
}: NarrativeReaderOptions = {}): NarrativeReader => {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let leaving: NodeJS.Timeout | undefined;
  const closing = new AbortController();

  const leave = (): void => {
    const idle = worker;
    worker = undefined;
    void idle?.terminate();
  };

  const readOne: NarrativeReader['read'] = async (input) => {
    closing.signal.throwIfAborted();
    clearTimeout(leaving);
    worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb }, env: {}, stdin: false });
    worker.unref();
    worker.postMessage(input);
    try {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeLimitMs)]);
      const [read] = (await once(worker, 'message', { signal })) as [ReadFile];
      leaving = setTimeout(leave, idleMs).unref();
      return read;
    } catch (cause) {
      const failed = worker;
      worker = undefined;
      await failed.terminate();
      throw new NarrativeTooHard('The file could not be read within the time and memory that a narrative takes', {
        cause,
      });
    }
  };

  return {
    read(input) {
      const reading = turn.then(() => readOne(input));
      turn = reading.catch(() => undefined);
      return reading;
    },
    async close() {
      closing.abort();
      await turn;
      clearTimeout(leaving);
      await worker?.terminate();
    },
  };
};
