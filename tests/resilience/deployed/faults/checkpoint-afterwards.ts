// Loaded before the projections, by a test only.
import { existsSync } from 'node:fs';
import { rewriteModule } from '../../load/rewrite-module.ts';

/**
 * `?gate=FILE`: the checkpoint is moved once the views are committed, and not along with them. While the file is there,
 * the process is killed right between the two.
 */
const gate = new URL(import.meta.url).searchParams.get('gate') ?? '';
let moveCheckpoint = (): void => {};
Object.assign(globalThis, {
  afterwards(move: () => void): void {
    moveCheckpoint = move;
  },
  committed(): void {
    if (existsSync(gate)) process.kill(process.pid, 'SIGKILL');
    moveCheckpoint();
    moveCheckpoint = () => {};
  },
});

rewriteModule(
  '/projections/src/engine/project-events.ts',
  'moveCheckpoint.run(position, taken);',
  'globalThis.afterwards(() => moveCheckpoint.run(position, taken));',
);
rewriteModule(
  '/projections/src/engine/in-transaction.ts',
  "database.exec('COMMIT');",
  "database.exec('COMMIT'); globalThis.committed();",
);
