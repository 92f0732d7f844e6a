// Loaded before the traced writer by a test only, as `sync-as-told.ts?OFF`: has SQLite wait for the disk as the address says.
import { registerHooks } from 'node:module';

const careless = new URL(`./careless-sqlite.ts${new URL(import.meta.url).search}`, import.meta.url).href;

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'node:sqlite' && context.parentURL !== careless
      ? { url: careless, shortCircuit: true }
      : nextResolve(specifier, context),
});
