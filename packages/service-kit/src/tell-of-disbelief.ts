import type { Logger } from './logger.ts';
import { WHERE_BELIEVED } from './where-believed.ts';

/** Each request of a gateway that holds another key is refused for the same reason. */
const TOLD_FOR_MS = 600_000;

/** Says in the log that what a request proves is not believed: once, and again where that goes on for long. */
export const tellOfDisbelief = (logger: Pick<Logger, 'warn'>, now = () => performance.now()): (() => void) => {
  let toldUntil = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() < toldUntil) return;
    toldUntil = now() + TOLD_FOR_MS;
    logger.warn(`a gateway asks that this service does not believe, and is refused: ${WHERE_BELIEVED}`);
  };
};
