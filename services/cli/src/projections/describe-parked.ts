import type { ParkedStream, Replay } from '@demarche/contracts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const lineOf = ({ stream, view, since, eventType, position, reason, waiting }: ParkedStream): string =>
  `${stream} is parked in ${view} since ${since} at ${eventType} (position ${position}), ${waiting} waiting behind it: ${reason}`;

/** Every parked stream with its reason, one a line, and what to do. */
export const describeParked = (parked: readonly ParkedStream[]): readonly string[] =>
  parked.length === 0 ? ['No stream is parked.'] : parked.map(lineOf);

/** What came of a replay: what is up to date again, and what is not and why. */
export const describeReplay = ({ events, freed, stayed }: Replay): readonly string[] => {
  if (freed.length === 0 && stayed.length === 0) return ['No stream is parked: there is nothing to replay.'];
  return [
    `${counted(events, 'event was', 'events were')} taken, in order; ${counted(freed.length, 'stream')} came free, ${counted(stayed.length, 'stays', 'stay')} parked.`,
    ...freed.map(({ stream, view, waiting }) => `free: ${stream} in ${view}, ${counted(waiting + 1, 'event')}`),
    ...stayed.map((stream) => `stays: ${lineOf(stream)}`),
  ];
};
