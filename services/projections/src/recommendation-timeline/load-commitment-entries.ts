import type { ArgumentsOf, Commitment, CommitmentsById } from '@demarche/contracts';
import { daysBetween } from '../facts/days.ts';
import { fromJson, inList, listValue } from '../facts/list-value.ts';
import type { ViewReader } from '../facts/view-reader.ts';
import { commitmentsById } from '../forum-commitments/commitment.queries.ts';
import type { Contents, EntryContent } from './load-entries.ts';
import type { PlacedEntry } from './timeline.queries.ts';

const recordersOf = (reader: ViewReader, ids: readonly string[]): ReadonlyMap<string, unknown> =>
  new Map(
    reader
      .all<{ id: string; by: string }>(
        `SELECT c.commitment_id AS id, json_extract(c.content, '$.recordedBy') AS by FROM commitment c
         WHERE c.commitment_id ${inList('ids')} AND ${reader.held('c')}`,
        { ids: listValue(ids) },
      )
      .map(({ id, by }) => [id, fromJson(by)]),
  );

const ofPromise = ({ wording, dueOn, responsibleBody, madeBy, engagementId, state, overdue }: Commitment) => ({
  engagementId,
  wording,
  dueOn,
  responsibleBody,
  madeBy,
  state,
  overdue,
});

/** Counted to the day asked for, or to the day on which it ended late. */
const ofOverdue = (reader: ViewReader, { wording, dueOn, responsibleBody, ended }: Commitment) => ({
  wording,
  dueOn,
  responsibleBody,
  daysOverdue: daysBetween(dueOn ?? reader.point.validTime, ended?.occurredOn ?? reader.point.validTime),
});

const ofForumCommitment = ({ forum, documentSymbol, paragraph, wording, dueOn }: Commitment) => ({
  forum,
  documentSymbol,
  paragraph,
  wording,
  dueOn,
});

const contentOf = (reader: ViewReader, kind: PlacedEntry['kind'], commitment: Commitment): object => {
  if (kind === 'promise') return ofPromise(commitment);
  return kind === 'promise-overdue' ? ofOverdue(reader, commitment) : ofForumCommitment(commitment);
};

/** Promises, promises that went overdue, and commitments made in a forum. */
export const loadCommitmentEntries = (reader: ViewReader, placed: readonly PlacedEntry[]): Contents => {
  const ids = [...new Set(placed.map(({ root }) => root))];
  const found = commitmentsById(reader, { ids } as unknown as ArgumentsOf<typeof CommitmentsById>);
  const commitments = new Map(ids.map((id, index) => [id, found[index] ?? null]));
  const recorders = recordersOf(reader, ids);
  return new Map(
    placed.flatMap(({ entry, root, kind }): [string, EntryContent][] => {
      const commitment = commitments.get(root);
      if (!commitment) return [];
      const { commitmentId, countries, recommendations } = commitment;
      const by = kind === 'promise-overdue' ? null : recorders.get(root);
      return [
        [
          entry,
          { commitmentId, countries, recommendations, by, correctedAt: null, ...contentOf(reader, kind, commitment) },
        ],
      ];
    }),
  );
};
