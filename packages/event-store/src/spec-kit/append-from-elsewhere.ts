import { StreamName } from '@demarche/contracts';
import { sqliteEventStore } from '../adapters/sqlite/sqlite-event-store.ts';
import { exampleEvent } from './example-event.ts';

/** A second program on the same file, for the specification: appends so many events to a stream, as others do the same. */
const [file = '', stream = '', count = '0', patienceMs = '0'] = process.argv.slice(2);
const store = sqliteEventStore({ file, busyTimeoutMs: Number(patienceMs) });
process.stdout.write('open\n');

let won = 0;
while (won < Number(count)) {
  const name = StreamName.parse(stream);
  const head = (await store.readStream(name)).at(-1)?.revision ?? 'no-stream';
  const result = await store.append(name, [exampleEvent()], head);
  if (result.outcome === 'appended') won += 1;
}
await store.close();
