// Loaded before the projections, by a test only.
import { replaceModule } from '../../load/replace-module.ts';

replaceModule('@demarche/messaging/nats', new URL('./repeating-message-log.ts', import.meta.url));
replaceModule('@demarche/messaging', new URL('./repeating-feed.ts', import.meta.url));
