// Loaded before a write service, by a test only.
import { replaceModule } from '../../load/replace-module.ts';

replaceModule('../sqlite/sqlite-event-store.ts', new URL('../../killed/too-early-event-store.ts', import.meta.url));
replaceModule('../eventstoredb/index.ts', new URL('./too-early-kurrentdb.ts', import.meta.url));
