import type { Feed } from '@demarche/messaging';
import { runBuildTask } from './engine/build-task.ts';
import { projectors } from './projectors.ts';

/** What the script of a thread calls that builds views. `openFeed` opens the record in this thread. */
export const runBuildThread = (openFeed: () => Feed): Promise<void> => runBuildTask(openFeed, projectors);
