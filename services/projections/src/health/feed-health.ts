import type { Absence, HealthCheck } from '@demarche/service-kit';

/** Whether the feed can be read. It is told what the feed learns, and asked by whoever looks after the projections. */
export interface FeedHealth {
  /** For the feed, as they are. */
  readonly told: { readonly onSourceRead: () => void; readonly onSourceLost: (error: unknown) => void };
  readonly check: HealthCheck;
}

/**
 * Amber while events cannot be read, whatever the connection looks like: a bus that answers may have no stream, no majority,
 * or no leave for us. Questions are answered meanwhile from what is there.
 */
export const feedHealth = (source: Absence): FeedHealth => {
  let trouble: string | null = null;
  return {
    told: {
      onSourceRead: () => {
        trouble = null;
        source.back();
      },
      onSourceLost: (error) => {
        trouble = error instanceof Error ? error.message : String(error);
        source.away(error);
      },
    },
    check: () => (trouble === null ? { status: 'pass' } : { status: 'warn', trouble }),
  };
};
