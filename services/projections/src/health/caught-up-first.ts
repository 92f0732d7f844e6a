import type { Position } from '@demarche/contracts';
import type { StatusJudge } from './projections-check.ts';

/** Whoever holds what was on record so long ago, or when readiness was asked last, has caught up. */
const A_MOMENT_MS = 1_000;

/**
 * Not ready from the start until it has caught up once: what a replica that was away answers is old, while others know
 * better. From then on it may fall behind, as all of them do together. While nobody can say how far the record goes, it
 * answers with what it has.
 */
export const caughtUpFirst = (now = () => performance.now()): StatusJudge => {
  const hasCaughtUp = catchingUp(now);
  return ({ serving, position, lag }, report) => {
    const caughtUp = hasCaughtUp(serving ? position : -1, lag === null ? null : position + lag);
    if (caughtUp || report.status === 'fail') return report;
    if (lag === null) return { ...report, status: 'warn', catchingUp: 'how far the record goes is not known yet' };
    return { ...report, status: 'fail', catchingUp: 'it does not yet hold what was recorded while it was away' };
  };
};

/** Under load nobody ever holds all that is on record, and positions do not tell in every store how much is missing. */
const catchingUp = (now: () => number) => {
  let caughtUp = false;
  let before: { readonly head: Position; readonly at: number } | undefined;
  return (position: Position, head: Position | null): boolean => {
    if (caughtUp || head === null) return caughtUp;
    caughtUp = position >= Math.min(head, before?.head ?? head);
    const at = now();
    if (before === undefined || at - before.at >= A_MOMENT_MS) before = { head, at };
    return caughtUp;
  };
};
