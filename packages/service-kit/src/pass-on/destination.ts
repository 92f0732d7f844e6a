/** Where a request is passed on to, and how. */
export interface Destination {
  /** Such as `http://gateway:4806`; the path of the request follows it. */
  readonly address: string;
  /** Milliseconds of silence until the other service is given up. A live stream that says nothing for as long has died. */
  readonly timeoutMs: number;
  /** Headers of the request that stay here, lower-case. */
  readonly without?: readonly string[];
  /** Headers that go with it beside its own. */
  readonly headers?: Readonly<Record<string, string>>;
}
