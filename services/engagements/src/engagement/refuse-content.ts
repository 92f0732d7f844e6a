import type { IsoDate } from '@demarche/contracts';
import { type Rejected, reject } from '@demarche/kernel';
import type { EngagementContent } from './engagement.ts';

/** What holds for the description of every engagement, when it is logged and when it is corrected. */
export const refuseContent = (
  content: EngagementContent,
  today: IsoDate,
): Rejected<'occurred-in-the-future' | 'forum-missing'> | undefined => {
  if (content.occurredOn > today) {
    return reject(
      'occurred-in-the-future',
      `${content.occurredOn} lies in the future. Record the engagement once it has taken place.`,
    );
  }
  return content.kind === 'multilateral' && content.forum === null
    ? reject(
        'forum-missing',
        'A multilateral engagement takes place within a forum. Choose the forum, or call it bilateral.',
      )
    : undefined;
};
