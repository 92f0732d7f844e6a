import type { AskOptions, QueryClient } from '@demarche/contracts';
import { Loaders } from './loaders.ts';
import { type PointArguments, readPoint } from './point-input.ts';
import { PointReader } from './point-reader.ts';

interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
}

/** Where in the answer a field stands. */
export interface Place {
  readonly path: Path;
}

/**
 * The points of one operation. Each root field opens one, and what lies below it in the answer reads at the same one;
 * root fields that name the same point share it, and with it their calls.
 */
export class Points {
  readonly #queries: QueryClient;
  readonly #byPoint = new Map<string, Loaders>();
  readonly #byRootField = new Map<string | number, Loaders>();

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  open(place: Place, point: PointArguments): Loaders {
    const loaders = this.#at(readPoint(point));
    this.#byRootField.set(rootOf(place.path), loaders);
    return loaders;
  }

  of(place: Place): Loaders {
    return this.#byRootField.get(rootOf(place.path)) ?? this.open(place, {});
  }

  #at(options: AskOptions): Loaders {
    const key = JSON.stringify([options.at?.validTime, options.at?.systemTime, options.minPosition]);
    const loaders = this.#byPoint.get(key) ?? new Loaders(new PointReader(this.#queries, options));
    this.#byPoint.set(key, loaders);
    return loaders;
  }
}

const rootOf = (path: Path): string | number => (path.prev ? rootOf(path.prev) : path.key);
