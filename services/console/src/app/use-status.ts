import { useEffect, useState } from 'preact/hooks';
import { changes } from '../graphql/changes.ts';
import { onOwn, ownPosition } from '../graphql/own-position.ts';
import { type Asked, useAnswer } from '../graphql/use-answer.ts';
import { lookNowAndThen } from './look-now-and-then.ts';
import { type StatusAnswer, StatusDocument } from './status.document.ts';

export interface AskedStatus extends Pick<Asked<StatusAnswer>, 'failure'> {
  readonly status: StatusAnswer['status'] | undefined;
  /** The position of what was recorded from this page last. */
  readonly own: number | undefined;
}

const LOOK_AGAIN_AFTER_MS = 30_000;
/** While something recorded is not shown yet. */
const LOOK_SOON_AFTER_MS = 10_000;
/** Longer than it takes the views to have what was just recorded, and to say so. */
const LOOK_FOR_OWN_AFTER_MS = 1_000;

const useOwnPosition = (): number | undefined => {
  const [own, setOwn] = useState(ownPosition);
  useEffect(() => onOwn(() => setOwn(ownPosition)), []);
  return own;
};

/** How the views do. Nobody announces silence: changes may have stopped arriving, so it is asked again now and then. */
export const useStatus = (): AskedStatus => {
  const { answer, failure, reload } = useAnswer<StatusAnswer>({ document: StatusDocument });
  const own = useOwnPosition();
  const status = answer?.status;
  useEffect(() => {
    if (status) changes.noticePosition(status.position);
  }, [status]);
  const isBehind = status !== undefined && (status.answeredAt.behind || Number(status.lag) > 0);
  const isUnasked = status !== undefined && !isBehind && Number(own) > status.position;
  useEffect(() => {
    const everyMs = isBehind || isUnasked ? LOOK_SOON_AFTER_MS : LOOK_AGAIN_AFTER_MS;
    return lookNowAndThen(reload, { firstMs: isUnasked ? LOOK_FOR_OWN_AFTER_MS : everyMs, everyMs });
  }, [status, failure, own, reload]);
  return { status, failure, own };
};
