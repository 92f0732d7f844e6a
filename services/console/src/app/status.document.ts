export const StatusDocument = /* GraphQL */ `
  query Status($minPosition: Position) {
    status(minPosition: $minPosition) { position lag heldSince events parked { stream view since } }
  }`;

export interface StatusAnswer {
  readonly status: {
    readonly position: number;
    readonly lag: number | null;
    readonly heldSince: string | null;
    readonly events: number;
    readonly parked: ReadonlyArray<{ readonly stream: string; readonly view: string; readonly since: string }>;
  };
}
