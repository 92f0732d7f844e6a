import type { AppendResult as ServerAnswer } from '@eventstore/db-client';
import type { Appended } from '../../event-store.ts';
import { revisionAfter } from '../../revision-after.ts';
import { DamagedStream } from './damaged-stream.ts';
import { numberOf } from './number-of.ts';
import type { AppendAsked } from './send-append.ts';

/**
 * Where the server has put the events.
 * @throws DamagedStream when that is not behind the expected revision
 */
export const placeIn = (answer: ServerAnswer, { stream, events, expected }: AppendAsked): Appended => {
  const [revision, position] = [numberOf(answer.nextExpectedRevision), positionIn(answer)];
  if (revision === revisionAfter(expected) + events.length - 1) return { outcome: 'appended', revision, position };
  throw new DamagedStream(`${stream} did not take its event at revision ${revisionAfter(expected)}`);
};

const positionIn = ({ position }: ServerAnswer): number => {
  if (position) return numberOf(position.commit);
  throw new DamagedStream('KurrentDB says nothing of where it has put an event');
};
