/** What was worked out at one point before, by what it is and of whom; gone as soon as anything is written. */
export type Kept = Map<string, Map<string, unknown>>;

/** Of one kind at one point. Whoever asks for more than this asks for what nobody shows. */
const MOST_KEPT = 1_000;

const keptOf = <Value>(kept: Kept, what: string): Map<string, Value> => {
  const known = kept.get(what) ?? new Map<string, unknown>();
  if (known.size > MOST_KEPT) known.clear();
  kept.set(what, known);
  return known as Map<string, Value>;
};

interface Keeping {
  readonly kept: Kept;
}

/** Values by their keys. Loaded, all at once, are only those that were not before. */
export const keptEach = <Value>(
  { kept }: Keeping,
  what: string,
  keys: readonly string[],
  load: (missing: readonly string[]) => (key: string) => Value,
): ((key: string) => Value) => {
  const known = keptOf<Value>(kept, what);
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0) {
    const loaded = load(missing);
    for (const key of missing) known.set(key, loaded(key));
  }
  return (key) => known.get(key) as Value;
};

export const keptOne = <Value>(keeping: Keeping, what: string, key: string, load: () => Value): Value =>
  keptEach(keeping, what, [key], () => load)(key);
