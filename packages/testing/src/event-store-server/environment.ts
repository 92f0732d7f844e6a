/** Which KurrentDB specifications may use, if any. */
export const eventStoreEnvironment = (): {
  /** `esdb://127.0.0.1:2113?tls=false`: one that runs already. What is written to it stays there. */
  readonly url: string | undefined;
} => ({
  url: process.env['EVENTSTORE_URL'] || undefined,
});
