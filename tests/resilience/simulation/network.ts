import type { SeededRandom } from '@demarche/testing/scenario';
import type { Conditions } from './conditions.ts';
import type { Life } from './life.ts';
import type { Trace } from './trace.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What is called over the network: a store, a bus, a write service. */
export interface Peer {
  readonly name: string;
  up: boolean;
  /** Nobody can reach it before this moment, though it works. */
  cutUntil: number;
  /** Counts its crashes: what it was doing before one is never answered. */
  lives: number;
}

export const newPeer = (name: string): Peer => ({ name, up: true, cutUntil: 0, lives: 0 });

interface Call<Answer> {
  readonly caller: Life;
  readonly peer: Peer;
  readonly what: string;
  readonly work: () => Promise<Answer>;
  /** How the caller learns that the answer did not come. */
  readonly unanswered: (reason: string) => Error;
  readonly tell?: (answer: Answer) => string;
}

export interface Network {
  /** Calls a peer. The call or its answer can be lost, late, or come twice; a crash on either side ends it. */
  call<Answer>(call: Call<Answer>): Promise<Answer>;
}

interface NetworkParts {
  readonly time: VirtualTime;
  readonly random: SeededRandom;
  readonly conditions: Conditions;
  readonly trace: Trace;
}

const TIME_OUT_MS = 1_500;

export const network = ({ time, random, conditions, trace }: NetworkParts): Network => {
  const far = random.pick([2, 12, 80]);
  const delay = () =>
    random.integer(0, far) + (conditions.strikes('calls are slow', 0.15) ? random.integer(50, 2_500) : 0);

  const deliver = <Answer>({ peer, work }: Call<Answer>): Promise<Answer> | undefined =>
    peer.up && time.now() >= peer.cutUntil && !conditions.strikes('calls are lost', 0.06) ? work() : undefined;

  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        const { caller, peer, what, unanswered, tell } = call;
        let open = true;
        const close = (end: () => void, outcome: () => string) => {
          if (!open || !caller.alive) return;
          open = false;
          callOff();
          trace.note(`${caller.name}: ${what} ${outcome()}`);
          end();
        };
        const fail = (reason: string) =>
          close(
            () => reject(unanswered(reason)),
            () => `failed, ${reason}`,
          );
        const callOff = time.after(TIME_OUT_MS, () => fail('no answer in time'));
        const answerWith = (end: () => void, outcome: () => string, livesBefore: number) => {
          if (peer.lives !== livesBefore) return;
          if (conditions.strikes('calls are lost', 0.06) || time.now() < peer.cutUntil) return;
          time.after(delay(), () => close(end, outcome));
        };
        const arrive = () => {
          if (!peer.up) return fail(`${peer.name} is down`);
          const livesBefore = peer.lives;
          deliver(call)?.then(
            (answer) =>
              answerWith(
                () => resolve(answer),
                () => (tell ? `-> ${tell(answer)}` : '-> done'),
                livesBefore,
              ),
            (error: unknown) =>
              answerWith(
                () => reject(error),
                () => `refused, ${(error as Error).message}`,
                livesBefore,
              ),
          );
        };
        time.after(delay(), arrive);
        if (conditions.strikes('calls come twice', 0.12)) time.after(delay() + random.integer(0, 800), arrive);
      }),
  };
};
