// Loaded before a write service, by a test only.
import { replaceModule } from '../../load/replace-module.ts';

replaceModule('../sqlite/sqlite-event-store.ts', new URL('../../killed/late-event-store.ts', import.meta.url));
replaceModule('../eventstoredb/index.ts', new URL('./late-kurrentdb.ts', import.meta.url));
