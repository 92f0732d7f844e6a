import type { ViewWriter } from '../engine/projector.ts';
import { standing } from '../facts/held.ts';
import type { NewFact } from './recommendation-facts.ts';
import { stateFromFacts, succession } from './recommendation-state.ts';

const lastDay = (field: string): string =>
  `(SELECT max(f.occurred_on) FROM recommendation_fact f
    WHERE f.reference = state.reference AND f.field = '${field}' AND ${standing('f')})`;

const REFRESH = `INSERT OR REPLACE INTO recommendation_now
    (reference, report_id, country, report_year, ordinal, pillars, response, assessed_status, assessed_period, withdrawn, closure,
     succeeded_by, current, tagged_on, responded_on, assessed_on, closed_on)
   SELECT state.*, ${['tags', 'response', 'assessment', 'closure'].map(lastDay).join(', ')}
   FROM (${stateFromFacts(standing, 'v.reference = ?')}) state`;

/** Brings the plain columns of one recommendation in line with its facts. */
export const refreshState = (writer: ViewWriter, reference: string): void => {
  writer.prepare(REFRESH).run(reference);
};

/** The value of the latest day is the one that holds; of two of a day, the one recorded last. */
const TAKE_OVER = (columns: string, day: string): string =>
  `UPDATE recommendation_now SET ${columns}, ${day} = ?2 WHERE reference = ?1 AND (${day} IS NULL OR ${day} <= ?2)`;

const READY = {
  response: TAKE_OVER('response = ?3', 'responded_on'),
  assessment: TAKE_OVER('assessed_status = ?3, assessed_period = ?4', 'assessed_on'),
  closure: TAKE_OVER('closure = ?3', 'closed_on'),
  tags: TAKE_OVER(`pillars = json_extract(?3, '$.pillars')`, 'tagged_on'),
} as const;

/** Takes over a fact just written, unless one of a later day stands. */
export const takeOver = (writer: ViewWriter, { reference, field, occurredOn, code, period, value }: NewFact): void => {
  switch (field) {
    case 'response':
    case 'closure':
      writer.prepare(READY[field]).run(reference, occurredOn, code ?? null);
      return;
    case 'assessment':
      writer.prepare(READY.assessment).run(reference, occurredOn, code ?? null, period ?? null);
      return;
    case 'tags':
      writer.prepare(READY.tags).run(reference, occurredOn, JSON.stringify(value));
      return;
    default:
  }
};

const { succeededBy } = succession(standing);
const SUCCESSION = `SELECT v.reference, v.current, v.succeeded_by AS before, ${succeededBy} AS after
  FROM recommendation_now v WHERE v.reference BETWEEN ?1 || '-' AND ?1 || '.'`;

interface Succession {
  readonly reference: string;
  readonly current: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Brings what a report's recommendations owe to the reports before and after it in line with those. */
export const refreshSuccession = (writer: ViewWriter, reportId: string, isNewest: boolean): void => {
  const current = isNewest ? 1 : 0;
  const rows = writer.prepare(SUCCESSION).all(reportId) as unknown as Succession[];
  const update = writer.prepare('UPDATE recommendation_now SET current = ?, succeeded_by = ? WHERE reference = ?');
  for (const row of rows)
    if (row.current !== current || row.before !== row.after) update.run(current, row.after, row.reference);
};
