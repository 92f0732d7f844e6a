import type { AnswerTo, QueryClient } from '@demarche/contracts';
import type { StoreDurability } from '@demarche/event-store/sqlite';
import type { HealthCheck } from '@demarche/service-kit';

/** Beyond this the views are too far behind to be trusted for what just happened. */
const LARGEST_LAG = 1_000;

export const storeCheck = (store: { head(): Promise<number>; readonly durability: StoreDurability }): HealthCheck => {
  return async () => ({ status: 'pass', head: await store.head(), ...store.durability });
};

/** Amber while a stream is parked: all else goes on, and somebody must look. */
export const projectionsCheck = (queries: QueryClient): HealthCheck => {
  return async () => {
    const { results } = await queries.ask([{ query: 'projection-status', arguments: {} }]);
    const { position, lag, parked, rebuilding } = results[0] as AnswerTo<'projection-status'>;
    const parkedStreams = parked.map(({ stream, view, since }) => ({ stream, view, since }));
    return { status: statusOf(lag, parked.length), position, lag, parked: parkedStreams, rebuilding };
  };
};

const statusOf = (lag: number | null, parked: number) => {
  if (lag === null || lag > LARGEST_LAG) return 'fail';
  return parked > 0 ? 'warn' : 'pass';
};
