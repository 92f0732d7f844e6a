import type { AskOptions, QueryClient, Question } from '@demarche/contracts';
import type { BackOff, Timing } from '@demarche/messaging';
import { type ServiceKey, trustedServiceHeader } from '@demarche/service-kit';
import { replicaAt } from './replica.ts';
import { replicaSet } from './replica-set.ts';

export interface HttpQueriesOptions {
  /** Where the replicas of the projections answer: `http://projections:4804`. */
  readonly addresses: readonly string[];
  /** Shared with the projections; proves to them that a service asks. */
  readonly key: ServiceKey;
  readonly timing: Timing;
  /** Milliseconds until one call to one replica is given up. */
  readonly timeoutMs?: number;
  /** Milliseconds that a question waits for a replica to come back while none answers. */
  readonly patienceMs?: number;
  readonly backOff?: BackOff;
}

export interface HttpQueries extends QueryClient {
  /**
   * Somebody was told that the views have come so far: whatever is asked from now on is answered from there or later,
   * whichever replica it was that told.
   */
  announced(position: number): void;
}

/**
 * Asks the projections over HTTP. It keeps to one replica as long as that answers, and does not go back behind what it
 * has answered from: another replica is given a second to come as far. Where none has, the furthest answers, and says
 * that it is behind; nobody waits for the same again, and a replica that is further is taken as soon as it is back.
 */
export const httpQueries = ({
  addresses,
  key,
  timing,
  timeoutMs = 5_000,
  patienceMs = 2_000,
  backOff = { firstMs: 100, mostMs: 5_000 },
}: HttpQueriesOptions): HttpQueries => {
  const proof = () => trustedServiceHeader(key);
  const replicas = addresses.map((address) => replicaAt({ address, proof, timing, timeoutMs, backOff }));
  const projections = replicaSet({ replicas, timing, patienceMs });
  const horizon = shownSoFar();
  const lookForTheEnd = async (): Promise<void> => {
    const highest = horizon.highestFor();
    const end = await projections.endOfRecord();
    if (end !== null && end < highest) horizon.goBack(highest, end);
  };
  return {
    announced: horizon.advance,
    async ask(questions: readonly Question[], { at, minPosition = 0 }: AskOptions = {}) {
      const awaited = horizon.awaitedFor(at);
      const wanted = Math.max(minPosition, awaited);
      const goal = Math.max(minPosition, horizon.highestFor(at));
      // Whoever waits for nothing is told, too, where the views are of another record.
      const atOnce = { ...(at ? { at } : {}), minPosition: 0, questions };
      const first = await projections.ask({ ...atOnce, minPosition: wanted });
      // Whoever began with a replica that is still catching up would show a past without saying so.
      const enough = horizon.isUnknown() ? Number.POSITIVE_INFINITY : goal;
      const answer = await projections.furthest({ late: first, waitedFor: wanted, atOnce, enough });
      const { position } = answer.at;
      if (position < awaited) horizon.waitNoMore(awaited, position);
      if (position < horizon.highestFor(at)) await lookForTheEnd();
      horizon.advance(position);
      return { at: { ...answer.at, behind: answer.at.behind || position < goal }, results: answer.results };
    },
  };
};

/** How far the views were that anybody here was shown or told of: answers from before are behind. */
const shownSoFar = () => {
  let highest = 0;
  let awaited = 0;
  /** The past that a position names needs no more than that position. */
  const within = (position: number, at: AskOptions['at']): number =>
    typeof at?.systemTime === 'number' ? Math.min(at.systemTime, position) : position;
  return {
    isUnknown: (): boolean => highest === 0,
    advance(position: number): void {
      highest = Math.max(highest, position);
      awaited = Math.max(awaited, position);
    },
    /** What nobody holds at the moment is waited for once, and not by everybody until somebody does. */
    waitNoMore(from: number, to: number): void {
      if (awaited === from) awaited = to;
    },
    /** The record itself ends there, as after a restore from a backup. */
    goBack(from: number, to: number): void {
      if (highest !== from) return;
      highest = to;
      awaited = to;
    },
    awaitedFor: (at: AskOptions['at']): number => within(awaited, at),
    highestFor: (at?: AskOptions['at']): number => within(highest, at),
  };
};
