import type { RecordedEvent } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import type { Signals } from '@demarche/messaging';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import {
  createProjectionsApp,
  type ProjectionsModule,
  projectionsCheck,
  projectionsModule,
} from '@demarche/projections';
import { createLogger, createReadiness, trustedService } from '@demarche/service-kit';
import { appendStory, serviceKeyOf } from '@demarche/testing';
import { type Served, serve } from './serve.ts';

export const clock = { now: () => '2026-11-21T12:00:00.000Z' };
export const key = serviceKeyOf('shared by the gateway and all behind', clock);

export interface ServedReplica extends Served {
  readonly module: ProjectionsModule;
  /** The positions that questions were to wait for here. */
  readonly waitedFor: readonly number[];
  /** Puts events before it, and waits until its views hold them. */
  take(...events: readonly RecordedEvent[]): Promise<void>;
  close(): Promise<void>;
}

export interface ReplicaWishes {
  /** What it follows; without it a record of its own, so that a spec decides what it knows. */
  readonly store?: EventStore;
  readonly signals?: Signals;
}

/** A replica of the projections as its own process serves it: the real views, in memory. */
export const serveReplica = async ({
  store = memoryEventStore(),
  signals = inProcessSignals(),
}: ReplicaWishes = {}): Promise<ServedReplica> => {
  const module = projectionsModule({ feed: storeFeed({ log: store }), signals, clock, path: ':memory:' });
  const waitedFor: number[] = [];
  const trusted = trustedService(key);
  const app = createProjectionsApp({
    logger: createLogger({ service: 'projections', level: 'silent' }),
    readiness: createReadiness(),
    checks: { projections: projectionsCheck(module) },
    module,
    clock,
    dataFolder: '.',
    guard(request, response, next) {
      const { minPosition } = (request.body ?? {}) as { minPosition?: number };
      if (minPosition !== undefined) waitedFor.push(minPosition);
      trusted(request, response, next);
    },
  });
  const served = await serve(app);
  return {
    ...served,
    module,
    waitedFor,
    async take(...events) {
      await appendStory(store, events);
      const minPosition = await store.head();
      const isBehind = async () =>
        (await module.queries.ask([{ query: 'projection-status', arguments: {} }], { minPosition })).at.behind;
      while (await isBehind());
    },
    async close() {
      await served.stop();
      await module.stop();
    },
  };
};
