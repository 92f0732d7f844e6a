// Loaded before Demarche, by the soak's negative control only: whoever subscribed to changes once is kept for ever.
import { registerHooks } from 'node:module';

const SIGNALS = '@demarche/messaging/in-process';
const replacement = new URL('./leaking-signals.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === SIGNALS && context.parentURL !== replacement
      ? { url: replacement, shortCircuit: true }
      : nextResolve(specifier, context),
});
