import { registerHooks } from 'node:module';

/**
 * From now on in this process, whoever asks for a package's entry by this name gets this module; the module itself gets
 * the real one.
 */
export const replaceModule = (name: string, module: URL): void => {
  registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === name && context.parentURL !== module.href
        ? { url: module.href, shortCircuit: true }
        : nextResolve(specifier, context),
  });
};
