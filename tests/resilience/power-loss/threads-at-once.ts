import { type BuildThreads, buildThreads } from '@demarche/projections';

/** Has views built by threads however little there is to build; a start of Demarche does so when there is much. */
export const threadsAtOnce = (eventsFile: string): BuildThreads => ({
  ...buildThreads(eventsFile),
  count: 2,
  fromEvents: 1,
});
