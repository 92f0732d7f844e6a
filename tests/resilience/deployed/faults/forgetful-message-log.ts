import { natsMessageLog as plainMessageLog } from '@demarche/messaging/nats';
import { underNewIds } from './under-new-ids.ts';

export * from '@demarche/messaging/nats';

export const natsMessageLog: typeof plainMessageLog = (...given) => underNewIds(plainMessageLog(...given));
