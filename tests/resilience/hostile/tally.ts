/** What became of a request: the status it was answered with, or that it was not answered. */
export type Outcome = number | 'dropped';

/** Counts, kind by kind, what became of what was sent. */
export interface Tally {
  count(kind: string, outcome: Outcome): void;
  /** Statuses and how often, by kind. */
  readonly kinds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** All statuses of 500 and more, with the kinds that met them. */
  readonly faults: readonly string[];
  print(title: string): void;
}

export const newTally = (): Tally => {
  const kinds: Record<string, Record<string, number>> = {};
  return {
    kinds,
    count(kind, outcome) {
      const of = (kinds[kind] ??= {});
      of[outcome] = (of[outcome] ?? 0) + 1;
    },
    get faults() {
      return Object.entries(kinds).flatMap(([kind, outcomes]) =>
        Object.keys(outcomes)
          .filter((outcome) => Number(outcome) >= 500)
          .map((outcome) => `${kind}: ${outcome}`),
      );
    },
    print(title) {
      for (const [kind, outcomes] of Object.entries(kinds)) {
        const sent = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
        process.stdout.write(`${title}: ${JSON.stringify({ kind, sent, ...outcomes })}\n`);
      }
    },
  };
};
