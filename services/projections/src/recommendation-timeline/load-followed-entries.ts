import type { CommitmentKind } from '@demarche/contracts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import type { Contents } from './load-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

interface FollowedRow {
  readonly event_id: string;
  readonly commitment_id: string;
  readonly kind: CommitmentKind;
  readonly content: string;
  readonly field: 'review' | 'end';
  readonly code: string;
  readonly value: string;
}

interface Wanted {
  readonly wording: string;
  readonly countries: readonly string[];
  readonly recommendations: readonly string[];
}

const FOLLOWED = (reader: ViewReader): string => `
  SELECT f.event_id, f.commitment_id, c.kind, c.content, f.field, f.code, f.value
  FROM commitment_fact f JOIN commitment c ON c.commitment_id = f.commitment_id AND ${reader.held('c')}
  WHERE f.commitment_id ${inList('roots')} AND f.event_id ${inList('ids')} AND ${reader.held('f')}`;

const ofReview = ({ code, value }: FollowedRow) => {
  const { rationale, evidence, reviewedBy, country } = fromJson<Record<string, unknown>>(value);
  return {
    by: reviewedBy,
    delivery: code,
    rationale,
    evidence,
    ...(country === null ? {} : { countries: [country as string] }),
  };
};

const ofEnding = ({ code, value }: FollowedRow) => {
  const { explanation, by } = fromJson<{ explanation: string; by: unknown }>(value);
  return { by, state: code, explanation };
};

/** Reviews of delivery, and the ends of commitments. */
export const loadFollowedEntries = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const rows = reader.all<FollowedRow>(FOLLOWED(reader), {
    roots: listValue([...new Set(placed.map(({ root }) => root))]),
    ids: listValue([...new Set(placed.map(({ entry }) => entry))]),
  });
  return new Map(
    rows.map((row) => {
      const { wording, countries, recommendations } = fromJson<Wanted>(row.content);
      const own = row.field === 'review' ? ofReview(row) : ofEnding(row);
      const content = {
        commitmentId: row.commitment_id,
        commitmentKind: row.kind,
        wording,
        countries,
        recommendations,
        correctedAt: null,
      };
      return [row.event_id, { ...content, ...own }];
    }),
  );
};
