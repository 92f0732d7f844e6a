import { randomUUID } from 'node:crypto';
import { natsMessageLog as plainMessageLog } from '@demarche/messaging/nats';

export * from '@demarche/messaging/nats';

/** The bus knows no message again, as after its window for duplicates. */
export const natsMessageLog: typeof plainMessageLog = (...given) => {
  const log = plainMessageLog(...given);
  return {
    ...log,
    publish: (message, expected) => log.publish({ ...message, messageId: randomUUID() }, expected),
  };
};
