/**
 * The state of a recommendation's record, out of its plain columns. A closure stands above the succession of reports, and a
 * correction that left the recommendation out stands above both.
 */
export const RECORD_STATE = `CASE
    WHEN withdrawn THEN 'withdrawn'
    WHEN closure IS NOT NULL THEN 'closed'
    WHEN current THEN 'issued'
    WHEN succeeded_by IS NOT NULL THEN 'carried_forward'
    ELSE 'superseded'
  END`;
