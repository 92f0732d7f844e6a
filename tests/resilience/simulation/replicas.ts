import type { DatabaseSync } from 'node:sqlite';
import { logFeed } from '@demarche/messaging';
import {
  checkpointOf,
  eventProjection,
  IN_MEMORY,
  openViewDatabase,
  type Projector,
} from '@demarche/projections/engine';
import { endLife, type Life, newLife } from './life.ts';
import { busPort, storePort, timingOf, trouble } from './ports.ts';
import type { Restartable } from './relays.ts';
import type { Seams } from './seams.ts';
import { Violation } from './violation.ts';
import type { WorldParts } from './world-parts.ts';

/** A projection with a file of its own, which survives its crashes. */
export interface Replica extends Restartable {
  readonly name: string;
  readonly database: DatabaseSync;
  checkpoint(): number;
  close(): void;
}

/** The disk gives up within a transaction, as the engine knows it: SQLITE_IOERR. */
class TornTransaction extends Error {
  readonly errcode = 10;
}

export const replicaProcess = (
  parts: WorldParts,
  name: string,
  { projectors, seams }: { readonly projectors: readonly Projector[]; readonly seams: Seams },
): Replica => {
  const { random, conditions, time, trace } = parts;
  const tearing: Projector = {
    view: 'tearing',
    version: 1,
    schema: '',
    handles: projectors.flatMap(({ handles }) => handles),
    project() {
      if (conditions.strikes('transactions are torn', 0.08))
        throw new TornTransaction('The disk failed within a transaction');
    },
  };
  const all = [...projectors, tearing];
  const { writer: database, close } = openViewDatabase(IN_MEMORY, all);
  const countRows = database.prepare('SELECT count(*) AS rows FROM journal');
  const readCheckpoint = database.prepare('SELECT position FROM engine_checkpoint');
  const checkpoint = () => checkpointOf({ prepare: () => readCheckpoint });
  let life: Life | undefined;

  /** In this world positions have no gaps, so that there are as many rows as positions passed. */
  const refuseToBeAheadOfRows = () => {
    const { rows } = countRows.get() as { rows: number };
    if (rows === checkpoint()) return;
    throw new Violation(`${name} has its checkpoint at ${checkpoint()}, and rows for ${rows} events`);
  };

  const run = async (current: Life): Promise<void> => {
    refuseToBeAheadOfRows();
    const projection = seams.projection?.(database, all) ?? eventProjection(database, all);
    projection.makeIndexes();
    const log = busPort(parts, current);
    const options = {
      log: seams.readersLog?.(log) ?? log,
      store: storePort(parts, current),
      timing: timingOf(parts, current),
      onSourceLost: trouble(parts, name),
    };
    const feed = seams.feed?.(options) ?? logFeed(options);
    const after = checkpoint();
    const batchSize = random.pick([1, 2, 3, 10, 50]);
    trace.note(`${name} follows after ${after}, in batches of ${batchSize}`);
    const { signal } = new AbortController();
    await feed.follow({
      after,
      batchSize,
      signal,
      handle: async ({ events }) => {
        const { position } = projection.apply(events);
        trace.note(`${name} took ${events.length} events and stands at ${position}`);
        refuseToBeAheadOfRows();
      },
    });
  };

  const replica: Replica = {
    name,
    database,
    checkpoint,
    close,
    crash() {
      if (life) endLife(life);
      life = undefined;
    },
    start() {
      if (life) return;
      const current = newLife(name);
      life = current;
      run(current).catch((error: unknown) => {
        if (!(error instanceof TornTransaction)) return parts.fail(error);
        trace.note(`${name} fell: ${String(error)}`);
        replica.crash();
        time.after(random.integer(10, 500), replica.start);
      });
    },
  };
  return replica;
};
