import type { CommandClient } from '@demarche/contracts';
import type { CommandRoute } from '../command-route.ts';

/** Hands commands straight to the write services mounted in this process. */
export const inProcessCommands = (routes: readonly CommandRoute[]): CommandClient => {
  const byName = new Map(routes.map((route) => [route.definition.name, route]));
  return {
    send: (name, input, { commandId, officer, correlationId, ifMatch }) => {
      const route = byName.get(name);
      if (!route) return Promise.reject(new Error(`No write service in this process takes the command ${name}`));
      return route.execute({ input, commandId, officer, correlationId, ...(ifMatch === undefined ? {} : { ifMatch }) });
    },
  };
};
