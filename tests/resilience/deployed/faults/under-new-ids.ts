import { randomUUID } from 'node:crypto';
import type { MessageLog } from '@demarche/messaging';

/** A bus that knows no message again, as after its window for duplicates; whoever reads it finds the ids as they were meant. */
export const underNewIds = (log: MessageLog): MessageLog => ({
  ...log,
  publish: (message, expected) =>
    log.publish({ ...message, messageId: `${message.messageId}~${randomUUID()}` }, expected),
  async end() {
    const end = await log.end();
    return { ...end, messageId: end.messageId.split('~')[0] ?? '' };
  },
});
