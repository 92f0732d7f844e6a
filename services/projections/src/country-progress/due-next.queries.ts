import type { DueItem } from '@demarche/contracts';
import { inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';

/** 1 where it is ours to do, 0 where it was promised to us. */
export type Ours = 0 | 1;

export interface DueNext {
  readonly ours: Ours;
  readonly id: string;
  readonly dueOn: string;
}

export interface What {
  readonly kind: DueItem['kind'];
  readonly what: string;
}

const PROMISED = (reader: ViewReader): string => `
  SELECT c.commitment_id AS id, c.kind, json_extract(c.content, '$.wording') AS what FROM commitment c
  WHERE c.commitment_id ${inList('promised')} AND ${reader.held('c')}`;

const TAKEN_ON = (reader: ViewReader): string => `
  SELECT f.follow_up_id AS id, 'follow_up' AS kind, f.what FROM follow_up f
  WHERE f.follow_up_id ${inList('takenOn')} AND ${reader.held('f')}`;

/** The words of what is due next, read for what is shown only. */
export const loadWhat = (reader: ViewReader, next: readonly DueNext[]): ((next: DueNext) => What) => {
  const idsOf = (wanted: Ours): string => listValue(next.filter(({ ours }) => ours === wanted).map(({ id }) => id));
  const rows = reader.all<What & { readonly id: string }>(`${PROMISED(reader)} UNION ALL ${TAKEN_ON(reader)}`, {
    promised: idsOf(0),
    takenOn: idsOf(1),
  });
  const found = new Map(rows.map(({ id, kind, what }) => [id, { kind, what }]));
  return ({ id }) => found.get(id) as What;
};
