/** The log is longer than a JavaScript number counts exactly, which takes nine petabytes. */
export class PositionBeyondNumbers extends Error {
  override readonly name = 'PositionBeyondNumbers';
}

/** Revisions and positions of the server, which are `bigint`, as the comparable whole numbers of the port. */
export const numberOf = (value: bigint): number => {
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
  throw new PositionBeyondNumbers(`${value} is beyond what can be counted exactly`);
};
