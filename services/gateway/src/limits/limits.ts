/** What one request may ask for. The figures are the project's start values; each has a test at it and over it. */
export const limits = {
  /** Fields within fields. */
  depth: 12,
  aliases: 15,
  rootFields: 20,
  directives: 50,
  tokens: 1_000,
  /** Records that may be read: a page counts as many as it asks for. */
  cost: 5_000,
  bodyBytes: 100 * 1024,
  milliseconds: 10_000,
} as const;
