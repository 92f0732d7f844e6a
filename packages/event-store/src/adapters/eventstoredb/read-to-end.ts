import type { ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import type { Patience } from './with-patience.ts';

type Resolved = Pick<ResolvedEvent, 'event'>;

/** Everything that a read gives. When nobody waits any longer, the read is cancelled: left alone it would go on. */
export const readToEnd = <Read extends Resolved>(
  read: StreamingRead<Read>,
  { alive, givenUp }: Patience,
): Promise<NonNullable<Read['event']>[]> => {
  const events: NonNullable<Read['event']>[] = [];
  return new Promise((resolve, reject) => {
    // A read that never began has nothing to cancel.
    givenUp.addEventListener('abort', () => void read.cancel().catch(() => {}), { once: true });
    read.on('data', ({ event }) => {
      alive();
      if (event) events.push(event);
    });
    read.on('error', reject);
    read.on('end', () => resolve(events));
  });
};
