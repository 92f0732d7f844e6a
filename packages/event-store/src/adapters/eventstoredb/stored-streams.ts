import { categoryOf, eventCatalogue, type StreamName } from '@demarche/contracts';
import { StoreRefused } from '../../store-refused.ts';

/** What Demarche's streams are called in a server that others may use, too. */
export interface StoredStreams {
  /** @throws TypeError for a stream of no known category: whoever reads everything would never see it. */
  nameOf(stream: StreamName): string;
  /** Nothing for a stream of somebody else. */
  streamOf(name: string): StreamName | undefined;
  /** How the names of all our streams begin, one for each category. */
  readonly prefixes: readonly string[];
}

/** KurrentDB takes what stands before the first hyphen for the category: a namespace has none. */
const NAMESPACE = /^[a-z0-9_.]{1,40}$/i;

const categories = [...new Set(Object.values(eventCatalogue).map(({ stream }) => stream))];

/**
 * @param namespace stands before every name, so that several installations can use one server without seeing each other
 * @throws StoreRefused
 */
export const storedStreams = (namespace?: string): StoredStreams => {
  if (namespace !== undefined && !NAMESPACE.test(namespace)) {
    throw new StoreRefused(`A namespace in KurrentDB has letters, digits, "." and "_", and "${namespace}" has others.`);
  }
  const start = namespace === undefined ? '' : `${namespace}:`;
  const prefixes = categories.map((category) => `${start}${category}-`);
  return {
    prefixes,
    nameOf(stream) {
      const name = `${start}${stream}`;
      if (prefixes.some((prefix) => name.startsWith(prefix))) return name;
      throw new TypeError(`No event of the catalogue belongs to a stream of category "${categoryOf(stream)}"`);
    },
    streamOf: (name) =>
      prefixes.some((prefix) => name.startsWith(prefix)) ? (name.slice(start.length) as StreamName) : undefined,
  };
};
