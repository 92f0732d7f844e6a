import type { TimelineEntry } from '@demarche/contracts';
import { groupBy } from '../facts/by-key.ts';
import { inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { stateAt } from '../recommendation/recommendation-state.ts';
import { loadActionEntries } from './load-action-entries.ts';
import { loadCommitmentEntries } from './load-commitment-entries.ts';
import { loadEngagementEntries } from './load-engagement-entries.ts';
import { loadFollowedEntries } from './load-followed-entries.ts';
import { loadRecommendationEntries } from './load-recommendation-entries.ts';
import { loadReportEntries } from './load-report-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

/** What an entry says beside its place: everything that its record adds. */
export interface EntryContent {
  readonly countries: readonly string[];
  readonly recommendations: readonly string[];
  /** Of the record itself; those of its recommendations are added. */
  readonly pillars?: readonly string[];
  readonly by: unknown;
  readonly correctedAt: string | null;
  readonly [field: string]: unknown;
}

/** Contents by the entry's id. */
export type Contents = ReadonlyMap<string, EntryContent>;

const SIDES: Readonly<Record<TimelineEntry['kind'], TimelineEntry['side']>> = {
  'report-published': 'both',
  engagement: 'ours',
  response: 'theirs',
  promise: 'theirs',
  'promise-overdue': 'theirs',
  'concrete-action': 'theirs',
  assessment: 'ours',
  closure: 'ours',
  'delivery-review': 'ours',
  'commitment-ended': 'theirs',
  'forum-commitment': 'theirs',
};

const pillarsOf = (reader: ViewReader, references: readonly string[]): ((reference: string) => readonly string[]) => {
  const rows = reader.all<{ reference: string; pillars: string }>(
    `WITH ${stateAt(reader, `v.reference ${inList('references')}`)} SELECT reference, pillars FROM state`,
    { references: listValue(references) },
  );
  const known = new Map(rows.map(({ reference, pillars }) => [reference, JSON.parse(pillars) as string[]]));
  return (reference) => known.get(reference) ?? [];
};

const loadContents = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const byKind = groupBy(placed, ({ kind }) => kind);
  const of = (...kinds: TimelineEntry['kind'][]): readonly PlacedEntry[] =>
    kinds.flatMap((kind) => byKind.get(kind) ?? []);
  return new Map([
    ...loadReportEntries(reader, of('report-published')),
    ...loadEngagementEntries(reader, of('engagement')),
    ...loadRecommendationEntries(reader, of('response', 'assessment', 'closure')),
    ...loadActionEntries(reader, of('concrete-action')),
    ...loadCommitmentEntries(reader, of('promise', 'promise-overdue', 'forum-commitment')),
    ...loadFollowedEntries(reader, of('delivery-review', 'commitment-ended')),
  ]);
};

/** Reads what the entries say, kind by kind: a constant number of statements. An entry whose record could not be read is left out. */
export const loadEntries = (
  reader: ViewReader,
  placed: readonly PlacedEntry[],
): ((placed: PlacedEntry) => TimelineEntry | undefined) => {
  const contents = loadContents(reader, placed);
  const references = new Set([...contents.values()].flatMap(({ recommendations }) => recommendations));
  const pillars = pillarsOf(reader, [...references]);
  return ({ kind, entry, occurredOn, recordedAt, position }) => {
    const content = contents.get(entry);
    if (!content) return undefined;
    const own = content.pillars ?? [];
    const all = [...new Set([...own, ...content.recommendations.flatMap(pillars)])];
    return {
      ...content,
      kind,
      id: entry,
      side: SIDES[kind],
      occurredOn,
      recordedAt,
      position,
      pillars: all,
    } as unknown as TimelineEntry;
  };
};
