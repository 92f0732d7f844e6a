const hex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Headers by which everything that a request leads to can be found as one (W3C Trace Context). They say nothing of anybody. */
export const newTrace = (): { traceparent: string } => ({ traceparent: `00-${hex(16)}-${hex(8)}-01` });
