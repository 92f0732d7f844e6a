import type { FaultKind } from './conditions.ts';
import type { Peer } from './network.ts';
import type { Restartable } from './relays.ts';
import type { Replica } from './replicas.ts';
import type { WorldParts } from './world-parts.ts';
import type { WriteService } from './write-service.ts';

export interface Inhabitants {
  readonly service: WriteService;
  readonly relays: readonly Restartable[];
  readonly replicas: readonly Replica[];
}

/** For so long things go wrong. */
const CHAOS_MS = 20_000;

/** The messages that the bus was made to lose, by the positions of their events, and whether it was ever emptied. */
export interface BusHistory {
  readonly lost: Set<number>;
  purged: boolean;
}

/** Lets the faults of this world strike at moments of their own until the chaos is over, and then puts everything right. */
export const unleash = (parts: WorldParts, { service, relays, replicas }: Inhabitants, history: BusHistory): void => {
  const { time, random, conditions, trace, store, storePeer, bus, busPeer } = parts;
  const soon = () => random.integer(5, 2_500);

  const down = (peer: Peer) => {
    peer.up = false;
    peer.lives += 1;
    time.after(soon(), () => {
      peer.up = true;
    });
  };
  const restart = (process: Restartable) => {
    process.crash();
    time.after(soon(), process.start);
  };
  const loseOne = async () => {
    const { firstSequence, lastSequence } = await bus.end();
    const [message] = await bus.read(random.integer(firstSequence, Math.max(firstSequence, lastSequence)), 1);
    if (!message) return;
    history.lost.add(message.position);
    bus.lose(message.sequence);
  };

  const strike: { readonly [Kind in FaultKind]?: () => void } = {
    'links are cut': () => {
      random.pick([storePeer, busPeer, service.peer]).cutUntil = time.now() + random.integer(500, 5_000);
    },
    'writers crash': () => {
      service.crash();
      time.after(soon(), service.start);
    },
    'the store crashes': () => {
      store.crash();
      down(storePeer);
    },
    'relays crash': () => restart(random.pick(relays)),
    'replicas crash': () => restart(random.pick(replicas)),
    'clocks jump': () => service.setClockOff(random.pick([-1, 1]) * random.integer(0, 24 * 3_600_000)),
    'the bus crashes': () => down(busPeer),
    'the bus is made anew': () => {
      bus.recreate();
      history.lost.clear();
    },
    'the bus is purged': () => {
      bus.purge();
      history.purged = true;
      // Whoever did it sees what came of it, and does the right thing.
      if (random.chance(0.7)) time.after(random.integer(3_000, 9_000), () => bus.recreate());
    },
    'the bus loses its newest messages': () => {
      bus.loseNewest(random.integer(1, 8));
      down(busPeer);
    },
    'the bus loses a message': () => void loseOne(),
  };

  for (const kind of conditions.kinds) {
    const blow = strike[kind];
    const blows = blow ? random.integer(1, 4) : 0;
    for (let index = 0; index < blows; index += 1) {
      time.after(random.integer(0, CHAOS_MS - 1), () => {
        trace.note(`* ${kind}`);
        blow?.();
      });
    }
  }
  time.after(CHAOS_MS, () => {
    trace.note('* all is calm');
    conditions.calm();
    for (const peer of [storePeer, busPeer]) peer.up = true;
    for (const peer of [storePeer, busPeer, service.peer]) peer.cutUntil = 0;
    service.start();
    for (const process of [...relays, ...replicas]) process.start();
  });
};
