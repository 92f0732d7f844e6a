import { setTimeout } from 'node:timers/promises';
import { type Acknowledged, keptAlive, type LiveServer, listenToChanges, logMeeting } from './live-server.ts';

export interface Pace {
  readonly seconds: number;
  readonly aSecond: number;
}

/** Does something so often, by the clock and not by the answers: a slow answer puts nothing off. */
export const atPace = async ({ seconds, aSecond }: Pace, act: (number: number) => void): Promise<void> => {
  const start = performance.now();
  for (let done = 0; done < seconds * aSecond; done += 1) {
    const due = start + (done * 1_000) / aSecond;
    while (performance.now() < due) await setTimeout(1);
    act(done);
  }
};

/** From each acknowledgement to the first word that the views hold it, in milliseconds, on each of so many open streams. */
export const commitDelays = async (server: LiveServer, pace: Pace, streams = 1): Promise<readonly number[]> => {
  const listeners = await Promise.all(Array.from({ length: streams }, () => listenToChanges(server)));
  const agent = keptAlive();
  const acknowledged: Promise<Acknowledged>[] = [];
  await atPace(pace, (number) => acknowledged.push(logMeeting(server, agent, number)));
  const all = await Promise.all(acknowledged);
  const told = await Promise.all(
    listeners.flatMap((listener) => all.map(async ({ position, at }) => (await listener.toldOf(position)) - at)),
  );
  for (const listener of listeners) listener.close();
  agent.destroy();
  // Told before the answer was read is told at once.
  return told.map((delay) => Math.max(0.01, delay));
};
