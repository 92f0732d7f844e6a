import type { ViewReader } from '../facts/view-reader.ts';

const NONE_DONE = (reader: ViewReader): string =>
  `NOT EXISTS (SELECT 1 FROM follow_up_done d WHERE d.follow_up_id = f.follow_up_id AND ${reader.held('d')})`;

/**
 * Of rows `f` of `follow_up`: still to be done. What was done is never undone, so that the plain column rules most rows
 * out, and only those done after the point are looked up.
 */
export const isNotDoneAt = (reader: ViewReader): string => {
  if (reader.point.newest) return 'f.done_on IS NULL';
  return reader.point.asKnownNow
    ? `(f.done_on IS NULL OR (f.done_on > :validTime AND ${NONE_DONE(reader)}))`
    : `(f.done_on IS NULL OR ${NONE_DONE(reader)})`;
};
