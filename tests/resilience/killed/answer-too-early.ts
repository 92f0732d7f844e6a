// Loaded before Demarche, by a test only.
import { replaceModule } from '../load/replace-module.ts';

replaceModule('@demarche/event-store/sqlite', new URL('./too-early-event-store.ts', import.meta.url));
