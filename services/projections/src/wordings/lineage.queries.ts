import type { ArgumentsOf, Wording, WordingsOfRecommendations } from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { spanOf } from '../facts/held.ts';
import { listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { without } from '../facts/without.ts';

/**
 * How many report years in a row, up to its own, asked for the same: the length of its chain back. A year without a report on
 * record does not break the chain, since each report is compared with the one before it on record; a report on record
 * that does not hold the wording does.
 */
export const askedYears = (reader: ViewReader, references: readonly string[]): ((reference: string) => number) => {
  const rows = reader.all<{ root: string; years: number }>(
    `WITH RECURSIVE chain (root, reference, years) AS (
       SELECT w.value, w.value, 1 FROM json_each(:references) w
       UNION ALL
       SELECT chain.root, l.previous, chain.years + 1 FROM chain
       JOIN lineage l ON l.reference = chain.reference AND l.previous IS NOT NULL AND ${spanOf(reader.held)('l')})
     SELECT root, max(years) AS years FROM chain GROUP BY root`,
    { references: listValue(references) },
  );
  const known = new Map(rows.map(({ root, years }) => [root, years]));
  return (reference) => known.get(reference) ?? 1;
};

/** Both ways along the chain; `way` keeps a walk from turning back. */
const CHAIN = (reader: ViewReader): string => `
  WITH RECURSIVE chain (root, reference, way) AS (
    SELECT w.value, w.value, 0 FROM json_each(:references) w
    UNION
    SELECT chain.root, l.previous, -1 FROM chain
    JOIN lineage l ON l.reference = chain.reference AND l.previous IS NOT NULL AND ${spanOf(reader.held)('l')} WHERE chain.way <= 0
    UNION
    SELECT chain.root, l.reference, 1 FROM chain
    JOIN lineage l ON l.previous = chain.reference AND ${spanOf(reader.held)('l')} WHERE chain.way >= 0
  )
  SELECT DISTINCT chain.root, v.reference, v.report_year AS reportYear, v.text,
    coalesce((SELECT l.relation FROM lineage l WHERE l.reference = v.reference AND ${spanOf(reader.held)('l')} LIMIT 1), 'new') AS relation
  FROM chain CROSS JOIN recommendation v ON v.reference = chain.reference AND ${reader.held('v')}
  ORDER BY chain.root, v.report_year, v.reference`;

/** For each recommendation its wordings over the years, oldest first, itself and later ones included. */
export const wordingsOfRecommendations = (
  reader: ViewReader,
  { references }: ArgumentsOf<typeof WordingsOfRecommendations>,
): (readonly Wording[])[] => {
  const rows = reader.all<Wording & { root: string }>(CHAIN(reader), { references: listValue(references) });
  const chains = groupBy(rows, ({ root }) => root);
  return references.map((reference) => (chains.get(reference) ?? []).map((row) => without(row, 'root')));
};
