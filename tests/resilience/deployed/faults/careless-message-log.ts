import { setTimeout as delay } from 'node:timers/promises';
import type { MessageLog } from '@demarche/messaging';
import { natsMessageLog as plainMessageLog } from '@demarche/messaging/nats';
import { underNewIds } from './under-new-ids.ts';

export * from '@demarche/messaging/nats';

/** So long after one relay has learned where the bus ends, another that was started with it has, too. */
const BOTH_KNOW_MS = 3_000;

/** Publishes behind whatever the bus took last, and does not care what its message was to follow on. */
export const natsMessageLog = (...given: Parameters<typeof plainMessageLog>): MessageLog => {
  const log = underNewIds(plainMessageLog(...given));
  let begun: Promise<unknown> | undefined;
  const publish: MessageLog['publish'] = async (message, expected) => {
    await (begun ??= delay(BOTH_KNOW_MS));
    const result = await log.publish(message, expected);
    return result.outcome === 'out-of-turn' ? publish(message, (await log.end()).lastSequence) : result;
  };
  return { ...log, publish };
};
