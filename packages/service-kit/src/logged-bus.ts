import { absence } from './absence.ts';
import type { HealthyBus } from './bus-check.ts';
import type { Logger } from './logger.ts';

interface Connection extends HealthyBus {
  onConnected(listener: () => void): () => void;
}

/** Connects to a bus, and says in the log when there is no connection and when there is one again. */
export const loggedBus = <Bus extends Connection>(
  logger: Logger,
  connect: (onTrouble: (error: unknown) => void) => Bus,
): Bus => {
  const { away, back } = absence(logger, { away: 'the bus cannot be reached', back: 'the bus is reached again' });
  const bus = connect((error) => {
    if (bus.trouble === undefined) logger.warn({ err: error }, 'what came over the bus met with a fault');
    else away(error);
  });
  bus.onConnected(back);
  return bus;
};
