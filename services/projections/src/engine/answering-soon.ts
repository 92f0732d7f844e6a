import type { Feed } from '@demarche/messaging';
import { soon } from '@demarche/service-kit';
import type { AskedRecord } from './against-record.ts';

const SOON_MS = 500;

/** A record that says null where it does not answer soon: for whoever is not to wait for it. */
export const answeringSoon = (feed: Pick<Feed, keyof AskedRecord>): AskedRecord => ({
  mayGoBack: feed.mayGoBack,
  head: () => orNull(feed.head()),
  idAt: (position) => orNull(feed.idAt(position)),
});

const orNull = <Answer>(answer: Promise<Answer>): Promise<Answer | null> =>
  soon(
    answer.catch(() => null),
    SOON_MS,
    null,
  );
