import { commitmentsModule } from '@demarche/commitments';
import type { SendOptions, SendResult } from '@demarche/contracts';
import { engagementsModule } from '@demarche/engagements';
import { recommendationsModule } from '@demarche/recommendations';
import { endLife, type Life, newLife } from './life.ts';
import { newPeer, type Peer } from './network.ts';
import { storePort } from './ports.ts';
import type { Seams } from './seams.ts';
import type { WorldParts } from './world-parts.ts';

/** Monday noon, when the world begins. */
const BEGINNING = Date.parse('2026-03-02T12:00:00.000Z');

/** The three write services in one process, on a clock of its own that can be set wrong. */
export interface WriteService {
  readonly peer: Peer;
  send(name: string, input: object, options: SendOptions): Promise<SendResult>;
  crash(): void;
  start(): void;
  /** Sets the clock, by so many milliseconds from the right time. */
  setClockOff(ms: number): void;
  /** The moment that an execution took for the day of its command, by its key and the moment it recorded. */
  receivedAt(key: string, recordedAt: string): string | undefined;
}

export const writeService = (parts: WorldParts, seams: Seams): WriteService => {
  const peer = newPeer('the writer');
  const received = new Map<string, string>();
  let off = 0;
  let life: Life = newLife('writer');

  const clockOf = (key: string) => {
    let first: string | undefined;
    return {
      now() {
        const now = new Date(BEGINNING + parts.time.now() + off).toISOString();
        first ??= now;
        received.set(`${key} ${now}`, first);
        return now;
      },
    };
  };
  const routesFor = (key: string) => {
    const port = storePort(parts, life);
    const side = { store: seams.writersStore?.(port) ?? port, clock: clockOf(key) };
    return [recommendationsModule, engagementsModule, commitmentsModule].flatMap((module) => module(side).routes);
  };

  return {
    peer,
    async send(name, input, { commandId, officer, correlationId }) {
      const route = routesFor(commandId).find(({ definition }) => definition.name === name);
      if (!route) throw new Error(`No write service takes ${name}`);
      return route.execute({ input, commandId, officer, correlationId });
    },
    crash() {
      endLife(life);
      peer.up = false;
      peer.lives += 1;
    },
    start() {
      if (peer.up) return;
      life = newLife('writer');
      peer.up = true;
    },
    setClockOff(ms) {
      off = ms;
    },
    receivedAt: (key, recordedAt) => received.get(`${key} ${recordedAt}`),
  };
};
