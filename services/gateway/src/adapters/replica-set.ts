import type { QueryBatchAnswer } from '@demarche/contracts';
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
  /** The answer that goes furthest, of this one and of those that the other replicas have at once. */
  furthest(late: QueryBatchAnswer, atOnce: Batch, wanted: number): Promise<QueryBatchAnswer>;
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
    async furthest(late, atOnce, wanted) {
      let best = late;
      for (const replica of inTurn().slice(1)) {
        if (replica.resting || best.at.position >= wanted) continue;
        const { answer = late } = await attempt(replica, atOnce);
        if (answer.at.position <= best.at.position) continue;
        prefer(replica);
        best = answer;
      }
      return best;
    },
  };
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
