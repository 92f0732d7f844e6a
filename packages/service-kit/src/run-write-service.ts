import type { OpenedStore } from '@demarche/event-store/open';
import type { Clock } from '@demarche/kernel';
import type { CommandRoute } from './command-route.ts';
import type { GivenBeside } from './environment.ts';
import type { Logger } from './logger.ts';
import { runService } from './run-service.ts';
import type { ServiceSettings } from './service-settings.ts';
import { tellOfRecord } from './tell-of-record.ts';
import { watchStore } from './watch-store.ts';
import { type WriteServiceParts, writeServiceApp } from './write-service-app.ts';
import type { WriteSide } from './write-side.ts';

export interface WriteService {
  readonly name: string;
  readonly settings: ServiceSettings & GivenBeside;
  readonly openStore: () => Promise<OpenedStore>;
  readonly clock: Clock;
  /** Who asks; where that is not believed, the log says so. */
  readonly identity: (logger: Logger) => WriteServiceParts['identity'];
  readonly module: (side: WriteSide) => { readonly routes: readonly CommandRoute[] };
}

/** Serves one write service in a process of its own until it is asked to stop. */
export const runWriteService = ({ name, settings, openStore, clock, identity, module }: WriteService): Promise<void> =>
  runService({
    name,
    settings,
    async make(surroundings) {
      const store = await openStore();
      void tellOfRecord(store, surroundings.logger);
      watchStore(store, surroundings);
      const { routes } = module({ store, clock });
      const parts = { routes, store, identity: identity(surroundings.logger), ...surroundings };
      return { app: writeServiceApp(parts), close: [store.close] };
    },
  });
