import type { MemoryMessageLog } from '@demarche/messaging/in-process';
import type { SeededRandom } from '@demarche/testing/scenario';
import type { Conditions } from './conditions.ts';
import type { Network, Peer } from './network.ts';
import type { SimulatedEventStore } from './simulated-event-store.ts';
import type { Trace } from './trace.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What every part of the simulated world is made with. */
export interface WorldParts {
  readonly time: VirtualTime;
  readonly random: SeededRandom;
  readonly conditions: Conditions;
  readonly trace: Trace;
  readonly network: Network;
  readonly store: SimulatedEventStore;
  readonly storePeer: Peer;
  readonly bus: MemoryMessageLog;
  readonly busPeer: Peer;
  /** Ends the world: something happened that must never happen, or that nobody thought of. */
  readonly fail: (error: unknown) => void;
}
