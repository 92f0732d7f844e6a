/** What it takes for a connection to come about, as Node names it. */
const CALLS: ReadonlySet<unknown> = new Set(['getaddrinfo', 'connect']);

interface Fault {
  readonly syscall?: unknown;
  readonly errors?: readonly unknown[];
}

/**
 * Whether what `fetch` failed with kept a connection from coming about, so that nothing can have arrived. A host with
 * several addresses fails at each of them.
 */
export const connectionFailed = (error: unknown): boolean => failedToConnect((error as Error).cause);

const failedToConnect = (fault: unknown): boolean => {
  if (typeof fault !== 'object' || fault === null) return false;
  const { syscall, errors = [] } = fault as Fault;
  return errors.length > 0 ? errors.every(failedToConnect) : CALLS.has(syscall);
};
