// Loaded before Demarche, by a test only.
import { replaceEventStore } from './replace-event-store.ts';

replaceEventStore(new URL('./too-early-event-store.ts', import.meta.url));
