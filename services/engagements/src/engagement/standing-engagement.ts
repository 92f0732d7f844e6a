import { type Rejected, reject } from '@demarche/kernel';
import type { Engagement, EngagementRecord } from './engagement.ts';

type Refusal = Rejected<'engagement-unknown' | 'engagement-withdrawn'>;

/** The record of an engagement, or the refusal that there is none, or none any more. */
export const standing = (state: Engagement): EngagementRecord | Refusal => {
  switch (state.status) {
    case 'logged':
      return state;
    case 'withdrawn':
      return reject(
        'engagement-withdrawn',
        `${state.engagementId} was withdrawn on ${state.on}. If it did take place, log it again.`,
      );
    case 'unknown':
      return reject('engagement-unknown', 'No engagement with this reference is on record. Check the reference.');
  }
};
