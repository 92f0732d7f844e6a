import type { OpenedStore } from '@demarche/event-store/open';
import type { Logger } from './logger.ts';

/**
 * Says in the log which record was opened and how far it goes. One that was made just now is warned of: a path that is
 * mistyped makes one, and everything works with it.
 */
export const tellOfRecord = async (
  { origin, head }: Pick<OpenedStore, 'origin' | 'head'>,
  logger: Pick<Logger, 'info' | 'warn'>,
): Promise<void> => {
  if (origin?.isNew) {
    logger.warn(`a new record was made at ${origin.file}: if there should have been one, DEMARCHE_STORE is wrong`);
    return;
  }
  // Of a store that is away, its watch tells.
  const position = await head().catch(() => null);
  if (position !== null)
    logger.info({ position }, origin ? `the record at ${origin.file} is open` : 'the record is open');
};
