interface ParkedStream {
  readonly stream: string;
  readonly since: string;
}

/** The records that are not up to date, each once however many views could not take it, and since the first time. */
export const recordsBehind = (parked: readonly ParkedStream[]): readonly ParkedStream[] => {
  const since = new Map<string, string>();
  for (const one of parked) {
    const before = since.get(one.stream);
    if (before === undefined || one.since < before) since.set(one.stream, one.since);
  }
  return [...since].map(([stream, at]) => ({ stream, since: at }));
};
