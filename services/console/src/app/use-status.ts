import { useEffect } from 'preact/hooks';
import { changes } from '../graphql/changes.ts';
import { type Asked, useAnswer } from '../graphql/use-answer.ts';
import { type StatusAnswer, StatusDocument } from './status.document.ts';

export interface AskedStatus extends Pick<Asked<StatusAnswer>, 'failure'> {
  readonly status: StatusAnswer['status'] | undefined;
}

const LOOK_AGAIN_AFTER_MS = 60_000;

/** How the views do. Nobody announces silence: where they could miss the centre, it is asked again now and then. */
export const useStatus = (): AskedStatus => {
  const { answer, failure, reload } = useAnswer<StatusAnswer>({ document: StatusDocument });
  const status = answer?.status;
  useEffect(() => {
    if (status) changes.noticePosition(status.position);
  }, [status]);
  const isFarSite = Boolean(status?.centre);
  useEffect(() => {
    if (!isFarSite) return undefined;
    const looking = setInterval(reload, LOOK_AGAIN_AFTER_MS);
    return () => clearInterval(looking);
  }, [isFarSite, reload]);
  return { status, failure };
};
