import type { FollowUpAssigned, FollowUpCompleted } from '@demarche/contracts';
import type { ProjectedEvent, ViewWriter } from '../engine/projector.ts';

/** All follow-ups of an engagement, by their numbers behind its reference. */
const OF_ENGAGEMENT = `follow_up_id BETWEEN ?1 || '-' AND ?1 || '.' AND to_position IS NULL`;

export const assign = (writer: ViewWriter, data: FollowUpAssigned['data'], { position }: ProjectedEvent): void => {
  writer
    .prepare(
      'INSERT INTO follow_up (follow_up_id, engagement_id, what, owner, due_on, occurred_on, from_position) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(data.followUpId, data.engagementId, data.what, data.owner, data.dueOn, data.occurredOn, position);
};

export const complete = (writer: ViewWriter, data: FollowUpCompleted['data'], { position }: ProjectedEvent): void => {
  const { followUpId, occurredOn, outcome, completedBy } = data;
  writer
    .prepare(
      'INSERT INTO follow_up_done (follow_up_id, content, occurred_on, from_position, to_position) VALUES (?, ?, ?, ?, NULL)',
    )
    .run(followUpId, JSON.stringify({ occurredOn, outcome, by: completedBy }), occurredOn, position);
  writer
    .prepare(
      `UPDATE follow_up SET done_on = ?2, done_position = ?3 WHERE follow_up_id = ?1 AND to_position IS NULL
       AND from_position = (SELECT max(v.from_position) FROM follow_up v WHERE v.follow_up_id = ?1)`,
    )
    .run(followUpId, occurredOn, position);
};

export interface Move {
  readonly engagementId: string;
  readonly from: string;
  readonly to: string;
  readonly position: number;
}

/** What was taken on at the engagement moves with its day; what was taken on later stays where it is. */
export const moveFollowUps = (writer: ViewWriter, { engagementId, from, to, position }: Move): void => {
  if (from === to) return;
  writer
    .prepare(
      `INSERT INTO follow_up SELECT follow_up_id, engagement_id, what, owner, due_on, done_on, done_position, ?3, ?4, NULL
       FROM follow_up WHERE ${OF_ENGAGEMENT} AND occurred_on = ?2`,
    )
    .run(engagementId, from, to, position);
  writer
    .prepare(`UPDATE follow_up SET to_position = ?3 WHERE ${OF_ENGAGEMENT} AND occurred_on = ?2 AND from_position < ?3`)
    .run(engagementId, from, position);
};

export const withdrawFollowUps = (writer: ViewWriter, engagementId: string, position: number): void => {
  writer.prepare(`UPDATE follow_up SET to_position = ?2 WHERE ${OF_ENGAGEMENT}`).run(engagementId, position);
};
