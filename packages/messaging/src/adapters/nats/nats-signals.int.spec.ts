import { signalsContract } from '../../signals.contract.ts';
import { connected, describeWithNats, impatiently, natsForAll } from '../../spec-kit/nats-for-specs.ts';
import { natsSignals } from './nats-signals.ts';

describeWithNats('with a real server', () => {
  const server = natsForAll();

  signalsContract('Signals over NATS', async () => {
    const bus = impatiently(server());
    await connected(bus);
    return { signals: natsSignals(bus), close: () => bus.close() };
  });
});
