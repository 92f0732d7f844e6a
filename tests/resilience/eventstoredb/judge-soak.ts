import type { RecordedEvent } from '@demarche/contracts';
import type { Finding } from '../load/acknowledged.ts';
import { judgeOrder, placeOf } from '../load/judge-order.ts';
import { keyOf } from './write-under-load.ts';

export interface Soaked {
  /** The keys of all that writers were told is on record. */
  readonly acknowledged: ReadonlySet<string>;
  /** All that is on record. */
  readonly stored: readonly RecordedEvent[];
  /** What somebody was given who followed from the beginning. */
  readonly followed: readonly RecordedEvent[];
}

/** Everything acknowledged is on record once, and nothing else is; whoever followed was given that, in that order. */
export const judgeSoak = ({ acknowledged, stored, followed }: Soaked): readonly Finding[] => {
  const keys = new Set(stored.map(keyOf));
  return [
    ...[...acknowledged].filter((key) => !keys.has(key)).map((what): Finding => ({ kind: 'lost', what })),
    ...tooMany(stored, acknowledged).map((event): Finding => ({ kind: 'doubled', what: placeOf(event) })),
    ...judgeOrder(stored, 'growing'),
    ...judgeFollowed(stored, followed),
  ];
};

/** Events under keys that stand on record before, or that nobody was told of. */
const tooMany = (stored: readonly RecordedEvent[], acknowledged: ReadonlySet<string>): readonly RecordedEvent[] => {
  const awaited = new Set(acknowledged);
  return stored.filter((event) => !awaited.delete(keyOf(event)));
};

const judgeFollowed = (stored: readonly RecordedEvent[], followed: readonly RecordedEvent[]): readonly Finding[] => {
  const count: readonly Finding[] =
    followed.length === stored.length
      ? []
      : [{ kind: 'gap', what: `${followed.length} events were followed of ${stored.length} on record` }];
  const otherwise = followed.filter((event, index) => event.eventId !== stored[index]?.eventId);
  return [
    ...count,
    ...otherwise.map((event): Finding => ({ kind: 'gap', what: `${placeOf(event)} was followed out of turn` })),
  ];
};
