import { runRelay } from '@demarche/relay';
import { endLife, type Life, newLife } from './life.ts';
import { busPort, storePort, timingOf, trouble } from './ports.ts';
import type { Seams } from './seams.ts';
import type { WorldParts } from './world-parts.ts';

/** A process that can be killed at any moment and started again. */
export interface Restartable {
  crash(): void;
  start(): void;
}

export const relayProcess = (parts: WorldParts, name: string, seams: Seams): Restartable => {
  const pageSize = parts.random.pick([1, 2, 5, 20]);
  let life: Life | undefined;
  return {
    crash() {
      if (life) endLife(life);
      life = undefined;
    },
    start() {
      if (life) return;
      life = newLife(name);
      const [store, log, timing] = [storePort(parts, life), busPort(parts, life), timingOf(parts, life)];
      void runRelay({
        store: seams.relaysStore?.(store) ?? store,
        log: seams.relaysLog?.(log) ?? log,
        timing: seams.relaysTiming?.(timing) ?? timing,
        signal: new AbortController().signal,
        pageSize,
        onTrouble: trouble(parts, name),
      }).catch(parts.fail);
    },
  };
};
