import {
  eventStoreContract,
  eventStoreModelContract,
  exampleEvent,
  exampleStream,
} from '@demarche/event-store/contract';
import { expect, test } from 'vitest';
import { simulatedEventStore } from './simulated-event-store.ts';
import { virtualTime } from './virtual-time.ts';

/** A disk that is quick, on a time that passes by itself. */
const open = async () => simulatedEventStore({ after: (_ms, call) => setImmediate(call), writeMs: () => 0 });

eventStoreContract('The simulated event store', { open });
eventStoreModelContract('The simulated event store', open, 50);

test('what was not on disk at a crash is gone and unanswered, what was stays', async () => {
  const time = virtualTime();
  const store = simulatedEventStore({ after: time.after, writeMs: () => 10 });
  const [kept, gone] = [exampleStream(), exampleStream()];
  const answered: string[] = [];
  const append = (stream: typeof kept, name: string) =>
    void store.append(stream, [exampleEvent()], 'no-stream').then(() => answered.push(name));
  append(kept, 'kept');
  time.after(15, () => append(gone, 'gone'));
  time.after(20, store.crash);
  await time.pass({ holds: () => false, latest: 1_000 });
  expect(answered).toEqual(['kept']);
  expect(await store.readStream(kept)).toHaveLength(1);
  expect(await store.readStream(gone)).toEqual([]);
});
