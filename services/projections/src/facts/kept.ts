/** What was worked out at one point before, by what it is and of whom; gone as soon as anything is written. */
export type Kept = Map<KeptKind, Map<string, unknown>>;

/** Of one kind at one point; what was kept longest goes first. Whole answers are large, and few are asked for again. */
const MOST_KEPT = {
  answers: 24,
  'tier-histories': 400,
  progress: 400,
  timelines: 1_000,
  totals: 200,
  searches: 20,
} as const;

export type KeptKind = keyof typeof MOST_KEPT;

const keptOf = <Value>(kept: Kept, what: KeptKind): Map<string, Value> => {
  const known = kept.get(what) ?? new Map<string, unknown>();
  kept.set(what, known);
  return known as Map<string, Value>;
};

const keep = <Value>(known: Map<string, Value>, what: KeptKind, key: string, value: Value): void => {
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT[what] && oldest !== undefined) known.delete(oldest);
};

interface Keeping {
  readonly kept: Kept;
}

/** Values by their keys. Loaded, all at once, are only those that were not before. */
export const keptEach = <Value>(
  { kept }: Keeping,
  what: KeptKind,
  keys: readonly string[],
  load: (missing: readonly string[]) => (key: string) => Value,
): ((key: string) => Value) => {
  const known = keptOf<Value>(kept, what);
  const found = new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key) as Value] as const] : [])));
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length > 0) {
    const loaded = load(missing);
    for (const key of missing) {
      found.set(key, loaded(key));
      keep(known, what, key, found.get(key) as Value);
    }
  }
  return (key) => found.get(key) as Value;
};

export const keptOne = <Value>(keeping: Keeping, what: KeptKind, key: string, load: () => Value): Value =>
  keptEach(keeping, what, [key], () => load)(key);
