import type { ViewReader } from '../facts/view-reader.ts';

const NONE_DONE = (reader: ViewReader): string =>
  `NOT EXISTS (SELECT 1 FROM follow_up_done d WHERE d.follow_up_id = f.follow_up_id AND ${reader.held('d')})`;

/**
 * Of rows `f` of `follow_up`: still to be done. What was done is never undone, so that the plain columns rule most rows
 * out, and only those done beyond the point on either clock are looked up.
 */
export const isNotDoneAt = (reader: ViewReader): string =>
  reader.point.newest
    ? 'f.done_on IS NULL'
    : `(f.done_on IS NULL OR ((f.done_on > :validTime OR f.done_position > :systemPosition) AND ${NONE_DONE(reader)}))`;
