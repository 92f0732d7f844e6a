/// <reference types="vite/client" />

/** `npm test` runs each check in its short form, `npm run test:resilience` in its long one: fewer rounds, the same checks. */
const long = import.meta.env.MODE === 'long';

/** How often a check is repeated in this run. */
export const rounds = (times: { readonly short: number; readonly long: number }): number =>
  long ? times.long : times.short;
