import { messageLogContract } from '../../message-log.contract.ts';
import {
  ANSWER_WITHIN_MS,
  connected,
  describeWithNats,
  impatiently,
  managerOf,
  natsForAll,
  settingsOfSpecs,
} from '../../spec-kit/nats-for-specs.ts';
import { ensureStream } from './ensure-stream.ts';
import { natsMessageLog } from './nats-message-log.ts';

describeWithNats('with a real server', () => {
  const server = natsForAll();
  const answerWithinMs = ANSWER_WITHIN_MS;

  messageLogContract('A stream of JetStream', async () => {
    const settings = settingsOfSpecs();
    const bus = impatiently(server());
    await connected(bus);
    await ensureStream(bus, { settings, answerWithinMs });
    const { streams } = await managerOf(bus);
    return {
      log: natsMessageLog(bus, { settings, answerWithinMs }),
      async recreate() {
        await streams.delete(settings.name);
        await ensureStream(bus, { settings, answerWithinMs });
      },
      async lose(sequence) {
        await streams.deleteMessage(settings.name, sequence);
      },
      async close() {
        await streams.delete(settings.name);
        await bus.close();
      },
    };
  });
});
