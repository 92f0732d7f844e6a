import { once } from 'node:events';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Position } from '@demarche/contracts';
import type { BuildNews, BuildTask } from './build-task.ts';
import { divideViews } from './divide-views.ts';
import { findParts, generationFile, joiningFile, partFile } from './generations.ts';
import { isDamage } from './in-transaction.ts';
import { inspectViewFile } from './inspect-view-file.ts';
import { BuiltInBulkFailed } from './project-events.ts';
import type { Projector } from './projector.ts';
import { removeViewFile } from './view-file.ts';

/** What it takes to build views in threads. Each opens the record for itself. */
export interface BuildThreads {
  /** A module that calls `runBuildTask` with a feed of the same record. */
  readonly script: URL;
  /** What that module needs to open the feed, as its `workerData`. */
  readonly workerData: Readonly<Record<string, unknown>>;
  /** At most so many at once. */
  readonly count: number;
  /** Of so many events a build is worth the start of threads. */
  readonly fromEvents: number;
}

interface ThreadedBuild {
  readonly threads: BuildThreads;
  readonly projectors: readonly Projector[];
  /** Names the files of all generations, and this one among them. */
  readonly path: string;
  readonly number: number;
  readonly until: Position;
  readonly signal: AbortSignal;
  readonly onProgress: (done: Position) => void;
}

/**
 * Builds a generation up to a position, the views divided among threads, so that this one goes on answering. Parts that
 * were left by a build cut short are gone on with.
 * @returns whether the file is there; false when it was called off before
 * @throws BuiltInBulkFailed, and what feed and files throw
 */
export const buildInThreads = async (build: ThreadedBuild): Promise<boolean> => {
  const { projectors, path, number, threads } = build;
  const parts = divideViews(projectors, threads.count).map((members, index) => ({
    file: partFile(path, number, index + 1),
    views: members.map(({ view }) => view),
    members: index === 0 ? projectors : members,
  }));
  mkdirSync(dirname(path), { recursive: true });
  removeOthers(path, number, parts);
  try {
    if (!(await buildParts(build, parts))) return false;
  } catch (error) {
    if (error instanceof BuiltInBulkFailed || isDamage(error)) for (const { file } of parts) removeViewFile(file);
    throw error;
  }
  await join(build, parts);
  return true;
};

interface Part {
  readonly file: string;
  readonly views: readonly string[];
  /** Those whose tables are in the file. */
  readonly members: readonly Projector[];
}

/** Parts of another division of the views, of other versions of them, or whose process was killed, are of no use to this build. */
const removeOthers = (path: string, number: number, parts: readonly Part[]): void => {
  const found = findParts(path, number);
  const wanted = new Map(parts.map(({ file, members }) => [file, members]));
  const fits = (file: string): boolean => {
    const members = wanted.get(file);
    if (members === undefined) return false;
    const { fit, unsafe } = inspectViewFile(file, members);
    return fit === 'same' && !unsafe;
  };
  if (found.length !== parts.length || !found.every(fits)) found.forEach(removeViewFile);
  removeViewFile(joiningFile(path, number));
};

const buildParts = async (build: ThreadedBuild, parts: readonly Part[]): Promise<boolean> => {
  const { threads, until, signal, onProgress } = build;
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const positions = new Map<string, Position>(parts.map(({ file }) => [file, 0]));
  const tasks = parts.map(async ({ file, views }, index) => {
    const task: BuildTask = { task: 'build', file, views, until, holdsAll: index === 0 };
    try {
      return await runTask(threads, task, {
        signal: either,
        onPosition(position) {
          positions.set(file, position);
          onProgress(Math.min(...positions.values()));
        },
      });
    } catch (error) {
      failed.abort();
      throw error;
    }
  });
  const ended = await Promise.allSettled(tasks);
  const failure = ended.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  return !signal.aborted && ended.every((end) => end.status === 'fulfilled' && end.value);
};

const join = async ({ path, number, threads }: ThreadedBuild, [first, ...others]: readonly Part[]): Promise<void> => {
  if (!first) return;
  const into = joiningFile(path, number);
  renameSync(first.file, into);
  const parts = others.map(({ file, views }) => ({ file, views }));
  await runTask(threads, { task: 'join', into, parts });
  renameSync(into, generationFile(path, number));
  for (const { file } of parts) removeViewFile(file);
};

interface Following {
  readonly signal: AbortSignal;
  readonly onPosition: (position: Position) => void;
}

/** Young objects are a batch's events, and die with it: room for them saves most of what collecting them costs. */
const YOUNG_MB = 64;

/** Runs a task in a thread of its own. Resolves whether it came to its end. */
const runTask = async (
  { script, workerData }: BuildThreads,
  buildTask: BuildTask,
  following?: Following,
): Promise<boolean> => {
  const worker = new Worker(script, {
    workerData: { ...workerData, buildTask },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    env: {},
  });
  let finished = false;
  worker.on('message', (news: BuildNews) => {
    finished = news.finished;
    following?.onPosition(news.position);
  });
  const stop = () => worker.postMessage('stop');
  if (following?.signal.aborted) stop();
  following?.signal.addEventListener('abort', stop);
  try {
    await once(worker, 'exit');
    return finished;
  } catch (error) {
    const { name, message } = error as Error;
    throw name === BuiltInBulkFailed.name ? new BuiltInBulkFailed(message, { cause: error }) : error;
  } finally {
    following?.signal.removeEventListener('abort', stop);
  }
};
