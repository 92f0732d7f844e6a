import type { EngagementCorrected, EngagementLogged, EngagementWithdrawn } from '@demarche/contracts';
import { EngagementContent } from '@demarche/contracts';
import type { ProjectedEvent, Projector, ViewWriter } from '../engine/projector.ts';
import { engagementIndexes, engagementSchema } from './engagement.schema.ts';
import { assign, complete, moveFollowUps, withdrawFollowUps } from './project-follow-up.ts';

type Content = EngagementLogged['data'] | EngagementCorrected['data'];

/** The columns of a standing version that a later one takes over. */
interface Standing {
  readonly kind: string;
  readonly post: string;
  readonly counterparts: string;
  readonly content: string;
  readonly logged_by: string;
  readonly first_position: number;
  readonly recorded_at: string;
  readonly corrected_at: string | null;
  readonly occurred_on: string;
}

const INSERT = `INSERT INTO engagement
  (engagement_id, kind, post, counterparts, content, logged_by, withdrawn, first_position, recorded_at, corrected_at, occurred_on, from_position, to_position)
  VALUES (:engagementId, :kind, :post, :counterparts, :content, :logged_by, :withdrawn, :first_position, :recorded_at, :corrected_at, :occurred_on, :from_position, NULL)`;

const FIELDS = Object.keys(EngagementContent) as (keyof typeof EngagementContent)[];

const columnsOf = (data: Content) => ({
  kind: data.kind,
  post: data.post,
  counterparts: data.theirParticipants
    .map(({ name, title, body }) => [name, title, body].join(' '))
    .join('\n')
    .toLowerCase(),
  content: JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, data[field]]))),
  occurred_on: data.occurredOn,
});

const close = (writer: ViewWriter, engagementId: string, position: number): Standing => {
  const standing = writer
    .prepare(
      'UPDATE engagement SET to_position = ? WHERE engagement_id = ? AND to_position IS NULL RETURNING kind, post, counterparts, content, logged_by, first_position, recorded_at, corrected_at, occurred_on',
    )
    .get(position, engagementId) as Standing | undefined;
  if (!standing) throw new Error(`${engagementId} was changed, and nothing was logged under that reference.`);
  return standing;
};

const closeCountries = (
  writer: ViewWriter,
  { occurred_on, content }: Standing,
  engagementId: string,
  position: number,
): void => {
  const { countries } = JSON.parse(content) as { countries: readonly string[] };
  const statement = writer.prepare(
    'UPDATE engagement_country SET to_position = ? WHERE country = ? AND occurred_on = ? AND engagement_id = ? AND to_position IS NULL',
  );
  for (const country of countries) statement.run(position, country, occurred_on, engagementId);
};

const openCountries = (writer: ViewWriter, data: Content, position: number): void => {
  const statement = writer.prepare(
    'INSERT INTO engagement_country (country, occurred_on, from_position, engagement_id, to_position) VALUES (?, ?, ?, ?, NULL)',
  );
  for (const country of new Set(data.countries)) statement.run(country, data.occurredOn, position, data.engagementId);
};

const log = (writer: ViewWriter, data: EngagementLogged['data'], { position, recordedAt }: ProjectedEvent): void => {
  writer.prepare(INSERT).run({
    ...columnsOf(data),
    engagementId: data.engagementId,
    logged_by: JSON.stringify(data.loggedBy),
    withdrawn: null,
    first_position: position,
    recorded_at: recordedAt,
    corrected_at: null,
    from_position: position,
  });
  openCountries(writer, data, position);
};

const correct = (
  writer: ViewWriter,
  data: EngagementCorrected['data'],
  { position, recordedAt }: ProjectedEvent,
): void => {
  const { engagementId } = data;
  const { logged_by, first_position, recorded_at, ...before } = close(writer, engagementId, position);
  writer.prepare(INSERT).run({
    ...columnsOf(data),
    engagementId,
    logged_by,
    withdrawn: null,
    first_position,
    recorded_at,
    corrected_at: recordedAt,
    from_position: position,
  });
  closeCountries(writer, { logged_by, first_position, recorded_at, ...before }, engagementId, position);
  openCountries(writer, data, position);
  moveFollowUps(writer, { engagementId, from: before.occurred_on, to: data.occurredOn, position });
};

/** The engagement stays readable, marked as withdrawn; the country and the follow-ups lose it. */
const withdraw = (writer: ViewWriter, data: EngagementWithdrawn['data'], { position }: ProjectedEvent): void => {
  const { engagementId, occurredOn, reason, withdrawnBy } = data;
  const before = close(writer, engagementId, position);
  const withdrawn = JSON.stringify({ occurredOn, reason, by: withdrawnBy });
  writer.prepare(INSERT).run({ ...before, engagementId, withdrawn, from_position: position });
  closeCountries(writer, before, engagementId, position);
  withdrawFollowUps(writer, engagementId, position);
};

/** The engagement log and its follow-ups. */
export const engagementProjector: Projector = {
  view: 'engagement-log',
  version: 3,
  cost: 4,
  schema: engagementSchema,
  indexes: engagementIndexes,
  handles: ['EngagementLogged', 'EngagementCorrected', 'EngagementWithdrawn', 'FollowUpAssigned', 'FollowUpCompleted'],
  project(writer, recorded) {
    const { event } = recorded;
    switch (event.type) {
      case 'EngagementLogged':
        return log(writer, event.data, recorded);
      case 'EngagementCorrected':
        return correct(writer, event.data, recorded);
      case 'EngagementWithdrawn':
        return withdraw(writer, event.data, recorded);
      case 'FollowUpAssigned':
        return assign(writer, event.data, recorded);
      case 'FollowUpCompleted':
        return complete(writer, event.data, recorded);
      default:
    }
  },
};
