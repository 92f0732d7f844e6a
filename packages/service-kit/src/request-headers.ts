/** How the headers of a command are written. */
export const requestHeaders = {
  /** `Idempotency-Key`: a lower-case UUID, the same on every retry. */
  idempotencyKey: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** `If-Match`: the `ETag` of the record as the sender saw it; a revision, of which -1 is that of no record. */
  ifMatch: /^(?:W\/)?"(-1|\d{1,15})"$/,
  /** `X-Correlation-Id`: whatever is fit to be logged. */
  correlationId: /^[A-Za-z0-9._-]{1,64}$/,
} as const;
