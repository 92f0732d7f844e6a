import type { StreamName } from '@demarche/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppendResult, EventStore, ExpectedRevision } from './event-store.ts';
import { exampleEvent, exampleStream } from './spec-kit/example-event.ts';

/** What somebody may try: to append new events, or ones of an earlier try, expecting a revision near or far from the truth. */
interface Try {
  readonly stream: number;
  readonly fresh: number;
  readonly reused: readonly number[];
  readonly reusedFirst: boolean;
  readonly offset: number;
}

const tries: fc.Arbitrary<Try> = fc.record({
  stream: fc.nat(2),
  fresh: fc.nat(3),
  reused: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(fc.nat(30), { maxLength: 3 })),
  reusedFirst: fc.boolean(),
  offset: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -4, max: 2 })),
});

/** What stores may do differently. */
interface StoreUnderModel {
  /** Whether the store knows an event id again in whatever stream it stands. */
  readonly knowsIdsOfAllStreams?: boolean;
  /** Whether positions count from 1 without a gap. Of any store they rise. */
  readonly countsPositions?: boolean;
}

/** The store as a list that anybody can check by eye. */
class ReferenceStore {
  private readonly knowsIdsOfAllStreams: boolean;
  constructor(knowsIdsOfAllStreams: boolean) {
    this.knowsIdsOfAllStreams = knowsIdsOfAllStreams;
  }

  readonly written: { readonly id: string; readonly stream: StreamName; readonly revision: number }[] = [];

  idsOf(stream: StreamName): string[] {
    return this.written.filter((event) => event.stream === stream).map(({ id }) => id);
  }

  append(stream: StreamName, ids: readonly string[], expected: number): AppendResult {
    const own = this.idsOf(stream);
    const lastAsked = ids.at(-1);
    if (ids.every((id, index) => own[expected + 1 + index] === id)) {
      const position = this.written.findIndex((event) => event.id === lastAsked && event.stream === stream) + 1;
      return { outcome: 'appended', revision: expected + ids.length, position };
    }
    const lookedAt = this.knowsIdsOfAllStreams ? this.written.map(({ id }) => id) : own;
    const anyKnown = lookedAt.some((id) => ids.includes(id));
    if (anyKnown || expected !== own.length - 1) return { outcome: 'conflict', actual: asExpected(own.length - 1) };
    ids.forEach((id, index) => this.written.push({ id, stream, revision: own.length + index }));
    return { outcome: 'appended', revision: own.length + ids.length - 1, position: this.written.length };
  }
}

const asExpected = (revision: number): ExpectedRevision => (revision < 0 ? 'no-stream' : revision);

/** Any sequence of appends, repeats and mistakes leaves the store as it leaves the reference, and is answered alike. */
export const eventStoreModelContract = (
  name: string,
  open: () => Promise<EventStore>,
  runs = 200,
  kind: StoreUnderModel = {},
): void => {
  describe(`${name} behaves as the reference model`, () => {
    test('whatever is tried, in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(tries, { minLength: 1, maxLength: 25 }), async (sequence) => {
          const store = await open();
          try {
            await compare(store, sequence, kind);
          } finally {
            await store.close();
          }
        }),
        { numRuns: runs },
      );
    });
  });
};

/** What a store answered, beside what was due, its position counted from 1. */
interface Answered {
  readonly given: AppendResult;
  readonly due: AppendResult;
}

const compare = async (store: EventStore, sequence: readonly Try[], kind: StoreUnderModel) => {
  const streams = [exampleStream(), exampleStream(), exampleStream()] as const;
  const reference = new ReferenceStore(kind.knowsIdsOfAllStreams ?? true);
  const answers: Answered[] = [];
  for (const attempt of sequence) {
    const stream = streams[attempt.stream] ?? streams[0];
    const events = eventsOf(attempt, reference);
    if (events.length === 0) continue;
    const expected = Math.max(-1, reference.idsOf(stream).length - 1 + attempt.offset);
    const given = await store.append(stream, events, asExpected(expected));
    const due = reference.append(
      stream,
      events.map(({ eventId }) => eventId),
      expected,
    );
    expect(placeless(given)).toEqual(placeless(due));
    answers.push({ given, due });
  }
  const all = await store.readAll(0, 1_000);
  expect(all.map(({ eventId, stream, revision }) => ({ id: eventId, stream, revision }))).toEqual(reference.written);
  comparePositions(
    all.map(({ position }) => position),
    answers,
    kind.countsPositions ?? true,
  );
  for (const stream of streams) {
    expect((await store.readStream(stream)).map(({ eventId }) => eventId)).toEqual(reference.idsOf(stream));
  }
};

const comparePositions = (positions: readonly number[], answers: readonly Answered[], counted: boolean) => {
  expect(positions).toEqual(
    counted ? positions.map((_, index) => index + 1) : [...new Set(positions)].toSorted((a, b) => a - b),
  );
  for (const { given, due } of answers) {
    if (given.outcome === 'appended') {
      expect({ ...given, position: positions.indexOf(given.position) + 1 }).toEqual(due);
    }
  }
};

const placeless = (result: AppendResult) => ({ ...result, position: undefined });

const eventsOf = ({ fresh, reused, reusedFirst }: Try, { written }: ReferenceStore) => {
  const known = [...new Set(reused)].flatMap((index) => written[index]?.id ?? []);
  const again = known.map((id) => exampleEvent({}, id));
  const brandNew = Array.from({ length: fresh }, () => exampleEvent({}));
  return reusedFirst ? [...again, ...brandNew] : [...brandNew, ...again];
};
