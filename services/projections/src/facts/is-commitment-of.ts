import { type CommitmentId, originOfCommitment } from '@demarche/contracts';

/** Whether a commitment stands in a forum's text: one text's reference may begin with another's. */
export const isCommitmentOf = (instrumentId: string, commitmentId: string): boolean => {
  const origin = originOfCommitment(commitmentId as CommitmentId);
  return origin.kind === 'forum_commitment' && origin.instrumentId === instrumentId;
};
