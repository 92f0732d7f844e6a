import type { ExpectedRevision, StreamRevision } from './event-store.ts';

/** Where the first event is put that is appended expecting this. */
export const revisionAfter = (expected: ExpectedRevision): StreamRevision =>
  expected === 'no-stream' ? 0 : expected + 1;
