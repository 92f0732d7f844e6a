import type { GovernmentResponseRecorded, ImplementationAssessed, RecommendationClosed } from '@demarche/contracts';
import { newestFirst } from '../facts/held.ts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import type { Contents, EntryContent } from './load-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

interface FactRow {
  readonly entry_id: string;
  readonly field: 'response' | 'assessment' | 'closure';
  readonly value: string;
  readonly previous: string | null;
  readonly signed_off: string | null;
}

const FACTS = (reader: ViewReader): string => `
  SELECT f.entry_id, f.field, f.value,
    (SELECT g.code FROM recommendation_fact g
      WHERE g.reference = f.reference AND g.field = 'assessment' AND g.period = f.period AND ${reader.held('g')}
        AND (g.occurred_on, g.from_position) < (f.occurred_on, f.from_position)
      ORDER BY ${newestFirst('g')} LIMIT 1) AS previous,
    (SELECT s.value FROM recommendation_fact s
      WHERE s.reference = f.reference AND s.field = 'sign-off' AND s.entry_id = f.entry_id AND ${reader.held('s')} LIMIT 1) AS signed_off
  FROM recommendation_fact f
  WHERE f.entry_id ${inList('ids')} AND f.field IN ('response', 'assessment', 'closure') AND ${reader.held('f')}`;

const ofResponse = (data: GovernmentResponseRecorded['data']) => ({
  by: data.recordedBy,
  responseId: data.responseId,
  response: data.response,
  comment: data.comment,
  respondent: data.respondent,
});

const ofAssessment = (data: ImplementationAssessed['data'], { previous, signed_off }: FactRow) => ({
  by: data.assessedBy,
  assessmentId: data.assessmentId,
  reportingPeriod: data.reportingPeriod,
  status: data.status,
  previousStatus: previous ?? 'not_assessed',
  rationale: data.rationale,
  basis: data.basis,
  signedOff: signOffOf(signed_off),
});

const signOffOf = (value: string | null): { by: unknown; occurredOn: string } | null => {
  if (value === null) return null;
  const { signedOffBy, occurredOn } = fromJson<{ signedOffBy: unknown; occurredOn: string }>(value);
  return { by: signedOffBy, occurredOn };
};

const ofClosure = (data: RecommendationClosed['data']) => ({
  by: data.closedBy,
  closureId: data.closureId,
  reason: data.reason,
  explanation: data.explanation,
});

const contentOf = (row: FactRow): EntryContent => {
  const data = fromJson<{ country: string; reference: string }>(row.value);
  const parts = {
    response: () => ofResponse(data as GovernmentResponseRecorded['data']),
    assessment: () => ofAssessment(data as ImplementationAssessed['data'], row),
    closure: () => ofClosure(data as RecommendationClosed['data']),
  } as const;
  return {
    countries: [data.country],
    recommendations: [data.reference],
    reference: data.reference,
    correctedAt: null,
    ...parts[row.field](),
  };
};

/** Responses, assessments and closures. */
export const loadRecommendationEntries = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const ids = listValue([...new Set(placed.map(({ entry }) => entry))]);
  return new Map(reader.all<FactRow>(FACTS(reader), { ids }).map((row) => [row.entry_id, contentOf(row)]));
};
