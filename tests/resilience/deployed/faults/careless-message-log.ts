import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { MessageLog } from '@demarche/messaging';
import { natsMessageLog as plainMessageLog } from '@demarche/messaging/nats';
import { underNewIds } from './under-new-ids.ts';

export * from '@demarche/messaging/nats';

const LOOK_EVERY_MS = 20;
const meet = new URL(import.meta.url).searchParams.get('meet') ?? '';

/** Whoever is about to publish has learned where the bus ends: here it waits until another has, too. */
const bothKnow = async (): Promise<void> => {
  writeFileSync(join(meet, String(process.pid)), '');
  while (readdirSync(meet).length < 2) await delay(LOOK_EVERY_MS);
};

/** Publishes behind whatever the bus took last, and does not care what its message was to follow on. */
export const natsMessageLog = (...given: Parameters<typeof plainMessageLog>): MessageLog => {
  const log = underNewIds(plainMessageLog(...given));
  let begun: Promise<unknown> | undefined;
  const publish: MessageLog['publish'] = async (message, expected) => {
    await (begun ??= bothKnow());
    const result = await log.publish(message, expected);
    return result.outcome === 'out-of-turn' ? publish(message, (await log.end()).lastSequence) : result;
  };
  return { ...log, publish };
};
