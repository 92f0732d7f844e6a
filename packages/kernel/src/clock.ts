/** The only source of the present moment. Tests hand in one that stands still or jumps. */
export interface Clock {
  /** The present moment, ISO 8601 in UTC with milliseconds. */
  now(): string;
}
