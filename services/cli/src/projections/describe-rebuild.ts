import type { RebuildState } from '@demarche/contracts';

const grouped = (count: number): string => count.toLocaleString('en-US');

const timeLeft = (seconds: number): string =>
  seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} minutes left`;

/** `Building all views anew: 45,000 of 120,000 events (37 %), 12,300 a second, about 6 s left`. */
export const progressOf = ({ view, done, target, eventsPerSecond, secondsLeft }: RebuildState): string => {
  const what = view ? `the view ${view}` : 'all views';
  if (target === 0) return `Building ${what} anew: begins`;
  const share = Math.floor((Math.min(done, target) / target) * 100);
  return [
    `Building ${what} anew: ${grouped(done)} of ${grouped(target)} events (${share} %)`,
    eventsPerSecond === null ? '' : `${grouped(eventsPerSecond)} a second`,
    secondsLeft === null ? '' : timeLeft(secondsLeft),
  ]
    .filter(Boolean)
    .join(', ');
};

/** What answers meanwhile and afterwards, and how it goes on. */
const asBefore = ({ view }: RebuildState): string =>
  `${view ? `The view ${view} in use is` : 'The views in use are'} as before`;

const again = ({ view }: RebuildState): string => `"demarche projections rebuild${view ? ` ${view}` : ''}"`;

/** How a rebuild ended. */
export const endOf = (rebuild: RebuildState): string => {
  const reached = `at ${grouped(rebuild.done)} of ${grouped(rebuild.target)} events`;
  switch (rebuild.state) {
    case 'done':
      return rebuild.view
        ? `The view ${rebuild.view} was built anew and is in use.`
        : 'The views were built anew and are in use.';
    case 'cancelled':
      return `The rebuild was called off ${reached}. ${asBefore(rebuild)}; ${again(rebuild)} goes on from there.`;
    case 'failed':
      return `The rebuild failed ${reached}: ${rebuild.reason?.replace(/\.$/, '')}. ${asBefore(rebuild)}; ${again(rebuild)} goes on from there.`;
    case 'stopped':
      return `Demarche was stopped ${reached} of the rebuild; its next start goes on from there.`;
    case 'running':
      return progressOf(rebuild);
  }
};
