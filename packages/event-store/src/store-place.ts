import { isAbsolute } from 'node:path';

/** What has to stand where a store is named. */
export const STORE_PLACE =
  'must be the whole path of a SQLite file that all services on this host share, such as /var/lib/demarche/events.sqlite, or the address of a KurrentDB such as esdb://kurrentdb:2113?tls=false, and no quotes around it';

const KURRENT = /^esdb(\+discover)?:\/\/[^\s/?]/i;
const CLOSING_QUOTE = /["'`’”]$/;

/** A server, and no file. */
export const isKurrentAddress = (given: string): boolean => KURRENT.test(given) && !CLOSING_QUOTE.test(given);

/**
 * From the root on: what is not would be another file for each folder that a service is started in. What looks like the
 * address of a server, or has kept its quotes, is a slip.
 */
export const isWholePath = (given: string): boolean =>
  isAbsolute(given) && !given.includes('://') && !CLOSING_QUOTE.test(given);

/** Whatever is nearly the address of a server would be a file that nobody looks after, and be recorded into. */
export const isStorePlace = (given: string): boolean => isKurrentAddress(given) || isWholePath(given);
