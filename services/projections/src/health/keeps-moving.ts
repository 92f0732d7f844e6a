import type { Position } from '@demarche/contracts';
import type { StatusJudge } from './projections-check.ts';

/** A replica takes what is recorded within milliseconds, and a bus that was wiped is filled again within seconds. */
const PATIENCE_MS = 15_000;

const STANDING = 'More is on record, and nothing has come for a while: does the relay run, and does the bus?';

/** Amber where the views stand still behind the record: only whoever looks twice can tell, as `lookByItself` does. */
export const keepsMoving = (now = () => performance.now()): StatusJudge => {
  let since: { readonly position: Position; readonly at: number } | undefined;
  const stands = (position: Position, lag: number | null): boolean => {
    if (!lag) since = undefined;
    else if (since?.position !== position) since = { position, at: now() };
    return since !== undefined && now() - since.at >= PATIENCE_MS;
  };
  return ({ position, lag }, report) =>
    stands(position, lag) && report.status === 'pass' ? { ...report, status: 'warn', trouble: STANDING } : report;
};
