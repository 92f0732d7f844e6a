import { registerHooks } from 'node:module';

const ADAPTER = '@demarche/event-store/sqlite';

/** From now on in this process, whoever asks for the SQLite event store gets this module; the module itself gets the real one. */
export const replaceEventStore = (module: URL): void => {
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === ADAPTER && context.parentURL !== module.href
        ? { url: module.href, shortCircuit: true }
        : nextResolve(specifier, context),
  });
};
