// Loaded before the projections, by a test only.
import './deliver-again.ts';
import { rewriteModule } from '../../load/rewrite-module.ts';

rewriteModule('/projections/src/engine/project-events.ts', 'if (event.position <= position) continue;', '');
