import { parentPort, workerData } from 'node:worker_threads';
import type { Position } from '@demarche/contracts';
import type { Feed } from '@demarche/messaging';
import { againstRecord } from './against-record.ts';
import { joinParts, type PartToJoin } from './join-parts.ts';
import { openPartFile, type PartFile } from './part-file.ts';
import type { Projector } from './projector.ts';
import { removeViewFile } from './view-file.ts';
import { wrongOnRecord } from './views-of-another-record.ts';

/** Builds some views in a file of their own, up to a position. */
interface BuildPart {
  readonly task: 'build';
  readonly file: string;
  readonly views: readonly string[];
  readonly until: Position;
  /** Whether the other views will be joined to this file: it then has the tables of all. */
  readonly holdsAll: boolean;
}

/** Joins finished parts to the one that holds the tables of all. */
interface JoinParts {
  readonly task: 'join';
  readonly into: string;
  readonly parts: readonly PartToJoin[];
}

export type BuildTask = BuildPart | JoinParts;

/** What a thread tells the one that started it: how far it is, and whether that is where it was to go. */
export interface BuildNews {
  readonly position: Position;
  readonly finished: boolean;
}

/** Nobody asks these views anything yet: long batches write a page once on which many events leave something. */
const BATCH = 10_000;

/**
 * What a thread does that was started for a build: its task is in its `workerData`. A message from the thread that started
 * it, whatever it says, stops it after the batch under way; the part is then gone on with by the next build.
 * @param openFeed opens the record in this thread
 */
export const runBuildTask = async (openFeed: () => Feed, projectors: readonly Projector[]): Promise<void> => {
  const { buildTask } = workerData as { buildTask: BuildTask };
  if (buildTask.task === 'join') {
    joinParts(buildTask.into, buildTask.parts, projectors);
    tell({ position: 0, finished: true });
  } else await buildPart(buildTask, openFeed(), projectors);
  parentPort?.close();
};

const tell = (news: BuildNews): void => parentPort?.postMessage(news);

/** A part that was begun on another record is begun anew. Waits for the record, without which nothing is built. */
const openOnRecord = async (feed: Feed, file: string, open: () => PartFile): Promise<PartFile> => {
  const left = open();
  const end = left.lastEvent();
  try {
    if (wrongOnRecord(await againstRecord(feed, end), end.position) === null) return left;
  } catch (error) {
    left.close();
    throw error;
  }
  left.leave();
  removeViewFile(file);
  return open();
};

const buildPart = async (part: BuildPart, feed: Feed, projectors: readonly Projector[]): Promise<void> => {
  const { file, views, until, holdsAll } = part;
  const stopping = new AbortController();
  parentPort?.once('message', () => stopping.abort());
  const building = projectors.filter(({ view }) => views.includes(view));
  const built = await openOnRecord(feed, file, () =>
    openPartFile(file, { holding: holdsAll ? projectors : building, building }),
  );
  let finished = false;
  const finish = () => {
    built.makeIndexes();
    finished = true;
    stopping.abort();
  };
  try {
    if (built.checkpoint() >= until) finish();
    else
      await feed.follow({
        after: built.checkpoint(),
        batchSize: BATCH,
        signal: stopping.signal,
        async handle({ events }) {
          const { position } = built.apply(events.filter((event) => event.position <= until));
          tell({ position, finished });
          if (position >= until) finish();
        },
      });
  } catch (error) {
    built.leave();
    throw error;
  }
  built.close();
  tell({ position: until, finished });
};
