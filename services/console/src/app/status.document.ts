export const StatusDocument = /* GraphQL */ `
  query Status($minPosition: Position) {
    status(minPosition: $minPosition) { position lag recordedAt heldSince events centre { heardAt silent missing } parked { stream view since } }
  }`;

export interface StatusAnswer {
  readonly status: {
    readonly position: number;
    readonly lag: number | null;
    readonly recordedAt: string | null;
    readonly heldSince: string | null;
    readonly events: number;
    readonly centre: { readonly heardAt: string | null; readonly silent: boolean; readonly missing: number } | null;
    readonly parked: ReadonlyArray<{ readonly stream: string; readonly view: string; readonly since: string }>;
  };
}
