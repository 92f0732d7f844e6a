import { StoreUnavailable } from '@demarche/event-store';
import { BusUnavailable } from '@demarche/messaging';
import { stdSerializers } from 'pino';

/**
 * An error as a log holds it. Where a store or a bus is away, the sentence says all that there is to know; where in the
 * program that was noticed would look like a fault of the program.
 */
export const logFault = (error: Error): object => {
  if (!(error instanceof BusUnavailable || error instanceof StoreUnavailable)) return stdSerializers.err(error);
  const { stack: _, ...told } = stdSerializers.err(error);
  return told;
};
