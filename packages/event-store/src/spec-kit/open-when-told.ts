import { createInterface } from 'node:readline';
import { openStore } from '../adapters/open/open-store.ts';
import { exampleEvent, exampleStream } from './example-event.ts';

/** One of several programs that begin at once: opens each file that it is told of, appends an event, and says how it went. */
process.stdout.write('started\n');
for await (const address of createInterface({ input: process.stdin })) {
  try {
    const store = await openStore({ address });
    const { outcome } = await store.append(exampleStream(), [exampleEvent()], 'no-stream');
    await store.close();
    process.stdout.write(`${outcome}\n`);
  } catch (error) {
    process.stdout.write(`${error}\n`);
  }
}
