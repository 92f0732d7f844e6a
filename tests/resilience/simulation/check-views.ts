import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '@demarche/contracts';
import {
  contentHash,
  eventProjection,
  IN_MEMORY,
  openViewDatabase,
  type Projector,
  parkedStreams,
  positionAt,
} from '@demarche/projections/engine';
import { naiveViews } from './example-views.ts';
import type { Replica } from './replicas.ts';
import { Violation } from './violation.ts';

/** The views hold what the plainest fold of the record makes, and the moments run forward whatever the clocks did. */
export const checkViews = ({ name, database }: Replica, events: readonly RecordedEvent[]): void => {
  const rows = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  const expected = naiveViews(events);
  const fits = (view: string, held: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(held, wanted))
      throw new Violation(`The view ${view} of ${name} differs from a fold of the record`);
  };
  fits('journal', rows('SELECT * FROM journal ORDER BY position'), expected.journal);
  fits('last_word', rows('SELECT * FROM last_word ORDER BY stream'), expected.lastWord);
  const reader = { prepare: (sql: string) => database.prepare(sql) };
  const moments = naiveMoments(events);
  const held = moments.map(({ moment }) => ({ moment, position: positionAt(reader, moment) }));
  fits('of moments', held, moments);
  fits('of parked streams', parkedStreams(reader), []);
};

/** Which position each moment had reached; a clock set back makes no moment of its own. */
const naiveMoments = (events: readonly RecordedEvent[]) => {
  const moments = new Map<string, number>();
  let newest = '';
  for (const { metadata, position } of events) {
    if (metadata.recordedAt > newest) newest = metadata.recordedAt;
    moments.set(newest, position);
  }
  return [...moments].map(([moment, position]) => ({ moment, position }));
};

/** The product's own views equal those of a clean replay, row for row. */
export const checkAgainstReplay = (
  { name, database }: Replica,
  events: readonly RecordedEvent[],
  projectors: readonly Projector[],
): void => {
  const clean = openViewDatabase(IN_MEMORY, projectors);
  try {
    const projection = eventProjection(clean.writer, projectors);
    projection.apply(events);
    projection.makeIndexes();
    if (contentHash(clean.writer) === contentHash(database)) return;
    throw new Violation(`The views of ${name} differ from those of a clean replay`);
  } finally {
    clean.close();
  }
};
