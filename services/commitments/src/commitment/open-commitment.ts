import { type IsoDate, originOfCommitment } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';
import type { Commitment, CommitmentRecord } from './commitment.ts';

/** The record of a commitment that is still followed, or the refusal that there is none, or none any more. */
export const open = (state: Commitment): CommitmentRecord | Rejected<'commitment-unknown' | 'commitment-ended'> => {
  switch (state.status) {
    case 'open':
      return state;
    case 'unknown':
      return reject(
        'commitment-unknown',
        'No promise or commitment with this reference is on record. Check the reference.',
      );
    case 'gone':
      return reject(
        'commitment-unknown',
        `The engagement ${parentOf(state)}, in which ${state.commitmentId} was recorded, was withdrawn on ${state.on}, and the promise with it. If the engagement did take place, log it again.`,
      );
    case 'fulfilled':
    case 'lapsed':
    case 'withdrawn':
      return reject(
        'commitment-ended',
        `${state.commitmentId} ${endings[state.status]} on ${state.endedOn}. Its record is complete; a new promise is recorded anew.`,
      );
  }
};

const endings = { fulfilled: 'was fulfilled', lapsed: 'lapsed', withdrawn: 'was withdrawn' } as const;

const parentOf = ({ commitmentId }: Commitment & { status: 'gone' }): string => {
  const origin = originOfCommitment(commitmentId);
  return origin.kind === 'promise' ? origin.engagementId : origin.instrumentId;
};

/** What happened to a commitment happened after it was made and not after today. */
export const refuseDate = (
  { commitmentId, kind, madeOn }: CommitmentRecord,
  occurredOn: IsoDate,
  today: IsoDate,
): Rejected<'occurred-in-the-future' | 'occurred-before-commitment'> | undefined => {
  if (occurredOn > today) {
    return reject('occurred-in-the-future', `${occurredOn} lies in the future. Record it once it has happened.`);
  }
  return occurredOn < madeOn
    ? reject(
        'occurred-before-commitment',
        `${commitmentId} was ${kind === 'promise' ? 'made' : 'adopted'} on ${madeOn}, after ${occurredOn}. Choose a later day.`,
      )
    : undefined;
};
