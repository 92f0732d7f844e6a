import type { Finding } from '../load/acknowledged.ts';
import { hashOfViewFile } from './clean-replay.ts';

/** There is one file of views that answers, and it holds what those of a clean replay hold. */
export const judgeViewFiles = (files: readonly string[], replayed: string): Finding[] => {
  const [file] = files;
  if (!file || files.length > 1) {
    return [{ kind: 'views-differ', what: `There should be one file of views: ${files.join(', ')}` }];
  }
  const hash = hashOfViewFile(file);
  return hash === replayed
    ? []
    : [{ kind: 'views-differ', what: `The views hash to ${hash}, and those of a clean replay to ${replayed}` }];
};
