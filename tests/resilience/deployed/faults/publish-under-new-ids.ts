// Loaded before the relay, by a test only.
import { replaceModule } from '../../load/replace-module.ts';

replaceModule('@demarche/messaging/nats', new URL('./forgetful-message-log.ts', import.meta.url));
