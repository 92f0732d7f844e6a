export const StatusDocument = /* GraphQL */ `
  query Status($minPosition: Position) {
    status(minPosition: $minPosition) { position lag beyondRecord recordedAt heldSince events centre { heardAt silent missing } parked { stream view since } answeredAt { behind } }
  }`;

export interface StatusAnswer {
  readonly status: {
    readonly position: number;
    readonly lag: number | null;
    /** They hold what is not on record; null where nobody can tell. */
    readonly beyondRecord: boolean | null;
    readonly recordedAt: string | null;
    readonly heldSince: string | null;
    readonly events: number;
    readonly centre: { readonly heardAt: string | null; readonly silent: boolean; readonly missing: number } | null;
    readonly parked: ReadonlyArray<{ readonly stream: string; readonly view: string; readonly since: string }>;
    /** Behind: what was recorded from this page was waited for, in vain. */
    readonly answeredAt: { readonly behind: boolean };
  };
}
