import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@demarche/event-store';

/** Longer than all else that a command takes, also on a busy machine. */
const ANSWERED_AFTER_MS = 150;

/** As safe as the real one, but slow to tell: almost every kill leaves commits that nobody heard of. */
export const answersLate = <Store extends EventStore>(store: Store) => {
  const { recall: _, ...prompt } = store;
  return {
    ...prompt,
    async append(...asked: Parameters<EventStore['append']>) {
      const answer = await prompt.append(...asked);
      await delay(ANSWERED_AFTER_MS);
      return answer;
    },
  };
};
