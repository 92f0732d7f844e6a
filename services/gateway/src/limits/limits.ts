/** What one request may ask for. */
export interface Limits {
  /** Fields within fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly tokens: number;
  /** Records that may be read: a page counts as many as it asks for. */
  readonly cost: number;
  readonly bodyBytes: number;
  /** Until a query or mutation is given up. */
  readonly milliseconds: number;
}

/** The figures are the project's start values; each has a test at it and over it. */
export const limits: Limits = {
  depth: 12,
  aliases: 15,
  rootFields: 20,
  directives: 50,
  tokens: 1_000,
  cost: 5_000,
  bodyBytes: 100 * 1024,
  milliseconds: 10_000,
};
