import type { ConcreteActionCorrected, ConcreteActionRecorded } from '@demarche/contracts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import type { Contents } from './load-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

type Action = ConcreteActionRecorded['data'] | ConcreteActionCorrected['data'];

interface ActionRow {
  readonly entry_id: string;
  readonly value: string;
  readonly recorded_at: string;
}

/** What the government did. The newest record of it holds all recommendations that it serves. */
export const loadActionEntries = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const rows = reader.all<ActionRow>(
    `SELECT f.entry_id, f.value, f.recorded_at FROM recommendation_fact f
     WHERE f.entry_id ${inList('ids')} AND f.field = 'action' AND ${reader.held('f')} GROUP BY f.entry_id`,
    { ids: listValue([...new Set(placed.map(({ entry }) => entry))]) },
  );
  return new Map(
    rows.map((row) => {
      const data = fromJson<Action>(row.value);
      const correctedBy = 'correctedBy' in data ? data.correctedBy : null;
      return [
        row.entry_id,
        {
          countries: [data.country],
          recommendations: data.recommendations,
          by: 'reportedBy' in data ? data.reportedBy : correctedBy,
          correctedAt: correctedBy === null ? null : row.recorded_at,
          actionId: data.actionId,
          description: data.description,
          responsibleBody: data.responsibleBody,
          evidence: data.evidence,
        },
      ];
    }),
  );
};
