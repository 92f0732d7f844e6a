import type { RecordedEvent } from '@demarche/contracts';
import type { Finding } from './acknowledged.ts';

/** How a store makes positions: the file counts events from 1 on; a KurrentDB says where each stands in its log. */
export type Positions = 'counted' | 'growing';

/** The revisions of each stream count up by one from 0; positions do so from 1, or grow. */
export const judgeOrder = (events: readonly RecordedEvent[], positions: Positions): Finding[] => {
  const next = new Map<string, number>();
  return events.flatMap((event, index): Finding[] => {
    const revision = next.get(event.stream) ?? 0;
    next.set(event.stream, event.revision + 1);
    const isInOrder =
      positions === 'counted' ? event.position === index + 1 : event.position > (events[index - 1]?.position ?? 0);
    return isInOrder && event.revision === revision
      ? []
      : [{ kind: 'gap', what: `${placeOf(event)} is number ${index + 1} of all and ${revision} of its stream` }];
  });
};

export const placeOf = ({ type, stream, revision, position }: RecordedEvent): string =>
  `${type}, revision ${revision} of ${stream} at position ${position}`;
