import type { OpenedStore } from '@demarche/event-store/open';
import type { Clock } from '@demarche/kernel';
import type { CommandRoute } from './command-route.ts';
import type { GivenBeside } from './environment.ts';
import type { Identity } from './identity.ts';
import { runService } from './run-service.ts';
import type { ServiceSettings } from './service-settings.ts';
import { watchStore } from './watch-store.ts';
import { writeServiceApp } from './write-service-app.ts';
import type { WriteSide } from './write-side.ts';

export interface WriteService {
  readonly name: string;
  readonly settings: ServiceSettings & GivenBeside;
  readonly openStore: () => Promise<OpenedStore>;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly module: (side: WriteSide) => { readonly routes: readonly CommandRoute[] };
}

/** Serves one write service in a process of its own until it is asked to stop. */
export const runWriteService = ({ name, settings, openStore, clock, identity, module }: WriteService): Promise<void> =>
  runService({
    name,
    settings,
    async make(surroundings) {
      const store = await openStore();
      watchStore(store, surroundings);
      const { routes } = module({ store, clock });
      return { app: writeServiceApp({ routes, store, identity, ...surroundings }), close: [store.close] };
    },
  });
