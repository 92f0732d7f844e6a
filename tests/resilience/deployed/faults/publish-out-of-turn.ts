// Loaded before the relay, by a test only.
import { replaceModule } from '../../load/replace-module.ts';

/** `?meet=FOLDER`: where relays meet before the first of them publishes. */
const careless = new URL('./careless-message-log.ts', import.meta.url);
careless.search = new URL(import.meta.url).search;

replaceModule('@demarche/messaging/nats', careless);
