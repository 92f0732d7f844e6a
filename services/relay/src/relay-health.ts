import type { Position } from '@demarche/contracts';
import { BusRefused } from '@demarche/messaging';
import { type HealthCheck, type HealthReport, soon } from '@demarche/service-kit';
import { BusAheadOfRecord, type Reached } from './run-relay.ts';

/** What a relay says of itself. It is told what the relay learns, and asked by whoever looks after it. */
export interface RelayHealth {
  reached(reached: Reached): void;
  failed(error: unknown): void;
  readonly check: HealthCheck;
}

export interface RelayHealthOptions {
  /** The position of the newest event on record. */
  readonly head: () => Promise<Position>;
  /** Milliseconds, from wherever; only differences count. */
  readonly now: () => number;
  /** A lag that has not become smaller for so long is told. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;

/** A record that does not answer has a check of its own, which says so: this one is not to keep that from being read. */
const SOON_MS = 800;

const UNKNOWN = 'How far the bus is behind the record is not known at the moment';
const STUCK =
  'More is on record than on the bus, and for a while it has not become less: look what this log and that of NATS say';

/**
 * The lag is how far the bus is behind the record, counted in positions. That it is there means nothing: a bus that was
 * wiped is filled for a while. Amber is a relay that has not caught up, nor come nearer, for half a minute.
 */
export const relayHealth = ({ head, now, patienceMs = PATIENCE_MS }: RelayHealthOptions): RelayHealth => {
  let position: Position | undefined;
  let trouble: unknown;
  /** What the lag is measured against, and since when. */
  let mark = { lag: Number.POSITIVE_INFINITY, at: now() };
  let stuck = false;

  const look = (lag: number): void => {
    // Since when it is behind, nobody knows: it may have been recorded just now.
    if (mark.lag === 0) mark = { lag, at: now() };
    if (lag < mark.lag) stuck = false;
    if (now() - mark.at < patienceMs) return;
    stuck = lag > 0 && lag >= mark.lag;
    mark = { lag, at: now() };
  };
  const isRefused = (): boolean => trouble instanceof BusAheadOfRecord || trouble instanceof BusRefused;
  const statusOf = (lag: number | undefined): HealthReport['status'] => {
    if (lag !== undefined) look(lag);
    if (isRefused()) return 'fail';
    return lag === undefined || stuck ? 'warn' : 'pass';
  };

  const lagOf = async (from: Position): Promise<number | undefined> => {
    const end = await soon(head(), SOON_MS, undefined).catch(() => undefined);
    return end === undefined ? undefined : Math.max(0, end - from);
  };
  const reasonOf = (status: HealthReport['status'], lag: number | undefined): { readonly trouble?: string } => {
    if (trouble instanceof Error) return { trouble: trouble.message };
    return status === 'pass' ? {} : { trouble: lag === undefined ? UNKNOWN : STUCK };
  };

  return {
    reached(reached) {
      position = reached.position;
      trouble = undefined;
      if (!reached.caughtUp) return;
      mark = { lag: 0, at: now() };
      stuck = false;
    },
    failed(error) {
      trouble = error;
    },
    async check() {
      const lag = position === undefined ? undefined : await lagOf(position);
      const status = statusOf(lag);
      return {
        status,
        position: position ?? null,
        lag: lag ?? null,
        ...reasonOf(status, lag),
      };
    },
  };
};
