import { ProjectionStatus, type QueryBatchAnswer } from '@demarche/contracts';
import type { Timing } from '@demarche/messaging';
import { type Batch, type Replica, ReplicaAway } from './replica.ts';

/** No replica of the projections answers. */
class ProjectionsUnreachable extends Error {
  override readonly name = 'ProjectionsUnreachable';
}

export interface ReplicaSet {
  /**
   * The answer of the replica that answered last, or of the next one that does; where all are away, it waits a little for
   * one to come back.
   * @throws ProjectionsUnreachable
   */
  ask(batch: Batch): Promise<QueryBatchAnswer>;
  /**
   * The answer that goes furthest, or far enough: of this one and of those that the other replicas have at once. Views of
   * another record go nowhere.
   */
  furthest(late: LateAnswer): Promise<QueryBatchAnswer>;
  /** How far the record goes, where every replica that is of this record says that it holds the whole of it; else null. */
  endOfRecord(): Promise<number | null>;
}

interface LateAnswer {
  readonly late: QueryBatchAnswer;
  /** The position that it was asked to wait for. */
  readonly waitedFor: number;
  /** What is asked of the others. */
  readonly atOnce: Batch;
  readonly enough: number;
}

export interface ReplicaSetOptions {
  readonly replicas: readonly Replica[];
  readonly timing: Timing;
  readonly patienceMs: number;
}

type Attempt = { readonly answer?: QueryBatchAnswer; readonly reason?: ReplicaAway };

export const replicaSet = ({ replicas, timing, patienceMs }: ReplicaSetOptions): ReplicaSet => {
  // Several gateways begin with different replicas.
  let preferred = Math.floor(timing.random() * replicas.length);
  const inTurn = (): readonly Replica[] => [...replicas.slice(preferred), ...replicas.slice(0, preferred)];
  const prefer = (replica: Replica): void => {
    preferred = replicas.indexOf(replica);
  };

  const askAwake = async (batch: Batch): Promise<Attempt> => {
    let last: Attempt = {};
    for (const replica of inTurn()) {
      if (replica.resting) continue;
      last = await attempt(replica, batch);
      if (!last.answer) continue;
      prefer(replica);
      break;
    }
    return last;
  };

  const askUntil = async (patience: Timer, batch: Batch): Promise<QueryBatchAnswer> => {
    let reason: unknown;
    do {
      const tried = await askAwake(batch);
      if (tried.answer) return tried.answer;
      reason = tried.reason ?? reason;
      await Promise.race([patience.over, ...replicas.map((replica) => replica.rested())]);
    } while (!patience.isOver());
    throw new ProjectionsUnreachable('No replica of the projections answers', { cause: reason });
  };

  return {
    async ask(batch) {
      const patience = timer(timing, patienceMs);
      try {
        return await askUntil(patience, batch);
      } finally {
        patience.callOff();
      }
    },
    async furthest({ late, waitedFor, atOnce, enough }) {
      let best = { answer: late, reach: reachOf(late, waitedFor) };
      for (const replica of inTurn().slice(1)) {
        if (replica.resting || best.reach >= enough) continue;
        // There is an answer already, whatever becomes of this one.
        const answer = await replica.ask(atOnce).catch(() => null);
        const reach = answer ? reachOf(answer) : NOWHERE;
        if (!answer || reach <= best.reach) continue;
        prefer(replica);
        best = { answer, reach };
      }
      return best.answer;
    },
    async endOfRecord() {
      if (replicas.some(({ resting }) => resting)) return null;
      const ends = await Promise.all(replicas.map(endOf));
      const known = ends.filter((end) => end !== BEYOND_RECORD);
      return known.length === 0 || known.includes(null) ? null : Math.max(...known.map(Number));
    },
  };
};

const STATUS: Batch = { questions: [{ query: 'projection-status', arguments: {} }] };

const NOWHERE = -1;

/** Views that hold the position, and are behind it nevertheless, are of another record. */
const reachOf = ({ at: { behind, position } }: QueryBatchAnswer, waitedFor = 0): number =>
  behind && position >= waitedFor ? NOWHERE : position;

const BEYOND_RECORD = 'beyond the record';

/** How far this replica has come, where it has taken all that is on record. */
const endOf = async (replica: Replica): Promise<number | null | typeof BEYOND_RECORD> => {
  const told = await replica.ask(STATUS).catch(() => null);
  const status = ProjectionStatus.result.safeParse(told?.results[0]).data;
  if (status?.beyondRecord) return BEYOND_RECORD;
  return status?.lag === 0 ? status.position : null;
};

const attempt = async (replica: Replica, batch: Batch): Promise<Attempt> => {
  try {
    return { answer: await replica.ask(batch) };
  } catch (error) {
    if (error instanceof ReplicaAway) return { reason: error };
    throw error;
  }
};

type Timer = ReturnType<typeof timer>;

const timer = (timing: Timing, milliseconds: number) => {
  let isOver = false;
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const callOff = timing.after(milliseconds, () => {
    isOver = true;
    resolve();
  });
  return { over, isOver: () => isOver, callOff };
};
