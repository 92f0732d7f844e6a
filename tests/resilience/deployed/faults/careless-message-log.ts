import { randomUUID } from 'node:crypto';
import type { MessageLog } from '@demarche/messaging';
import { natsMessageLog as plainMessageLog } from '@demarche/messaging/nats';

export * from '@demarche/messaging/nats';

/** Publishes behind whatever the bus took last, and does not care what its message was to follow on. */
export const natsMessageLog = (...given: Parameters<typeof plainMessageLog>): MessageLog => {
  const log = plainMessageLog(...given);
  const publish: MessageLog['publish'] = async (message, expected) => {
    const result = await log.publish({ ...message, messageId: randomUUID() }, expected);
    return result.outcome === 'out-of-turn' ? publish(message, (await log.end()).lastSequence) : result;
  };
  return { ...log, publish };
};
