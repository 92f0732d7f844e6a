import type { AskOptions, QueryClient, Question } from '@demarche/contracts';
import type { BackOff, Timing } from '@demarche/messaging';
import { trustedServiceHeader } from '@demarche/service-kit';
import { replicaAt } from './replica.ts';
import { replicaSet } from './replica-set.ts';

export interface HttpQueriesOptions {
  /** Where the replicas of the projections answer: `http://projections:4804`. */
  readonly addresses: readonly string[];
  /** Shared with the projections; proves to them that a service asks. */
  readonly key: Uint8Array;
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
 * that it is behind.
 */
export const httpQueries = ({
  addresses,
  key,
  timing,
  timeoutMs = 5_000,
  patienceMs = 2_000,
  backOff = { firstMs: 100, mostMs: 5_000 },
}: HttpQueriesOptions): HttpQueries => {
  const proof = trustedServiceHeader(key);
  const replicas = addresses.map((address) => replicaAt({ address, proof, timing, timeoutMs, backOff }));
  const projections = replicaSet({ replicas, timing, patienceMs });
  const horizon = shownSoFar();
  return {
    announced: horizon.advance,
    async ask(questions: readonly Question[], { at, minPosition = 0 }: AskOptions = {}) {
      const needed = horizon.neededFor(at);
      const wanted = Math.max(minPosition, needed);
      const atOnce = { ...(at ? { at } : {}), questions };
      const first = await projections.ask(wanted > 0 ? { ...atOnce, minPosition: wanted } : atOnce);
      // Whoever began with a replica that is still catching up would show a past without saying so.
      const goal = horizon.isUnknown() ? Number.POSITIVE_INFINITY : wanted;
      const answer = first.at.position < goal ? await projections.furthest(first, atOnce, goal) : first;
      const { position } = answer.at;
      if (position < needed) horizon.goBack(needed, position);
      horizon.advance(position);
      return { at: { ...answer.at, behind: position < wanted }, results: answer.results };
    },
  };
};

/** How far the views were that anybody here was shown or told of. */
const shownSoFar = () => {
  let shown = 0;
  return {
    isUnknown: (): boolean => shown === 0,
    advance(position: number): void {
      shown = Math.max(shown, position);
    },
    /** Views that went back, as after a restore from a backup, are waited for once and not by everybody for ever. */
    goBack(from: number, to: number): void {
      if (shown === from) shown = to;
    },
    /** The past that a position names needs no more than that position. */
    neededFor: (at: AskOptions['at']): number =>
      typeof at?.systemTime === 'number' ? Math.min(at.systemTime, shown) : shown,
  };
};
