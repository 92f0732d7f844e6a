// Loaded before the projections, by a test only.
import { rewriteModule } from '../../load/rewrite-module.ts';

/** The checkpoint is written some time after the views, in a transaction of its own. */
rewriteModule(
  '/projections/src/engine/project-events.ts',
  'moveCheckpoint.run(position, taken);',
  'setTimeout(() => moveCheckpoint.run(position, taken), 400);',
);
