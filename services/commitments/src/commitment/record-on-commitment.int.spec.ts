import { streamName } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { meeting, omar, promise1, putOnRecord } from '@demarche/testing';
import { type CommandServer, serveCommands } from '@demarche/testing/serve-commands';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitmentsModule } from '../module.ts';
import { followUpAssigned, gazette, meetingWithdrawn, promised } from '../spec-kit/kaldara-stories.ts';

const clock = { now: () => '2026-11-21T09:00:00.000Z' };
const path = `/commitments/${promise1}`;
const engagement = streamName('engagement', meeting);

let store: EventStore;
let server: CommandServer;

beforeEach(async () => {
  store = memoryEventStore();
  await putOnRecord(store, engagement, promised());
  server = await serveCommands(commitmentsModule({ store, clock }).routes);
});
afterEach(() => server.close());

const review = (changes: object = {}, more: { readonly key?: string; readonly ifMatch?: string } = {}) =>
  server.send(
    `${path}/delivery-reviews`,
    {
      occurredOn: '2026-10-20',
      delivery: 'complete',
      rationale: 'The bill was tabled.',
      evidence: [gazette],
      ...changes,
    },
    { as: omar, ...more },
  );
const end = (how: 'fulfilment' | 'lapse' | 'withdrawal', more: { readonly key?: string } = {}) =>
  server.send(
    `${path}/${how}`,
    { occurredOn: '2026-11-02', explanation: 'As the record shows.' },
    { as: omar, ...more },
  );

describe('a promise, followed from the engagement in which it was made', () => {
  it('is reviewed on its own record, whose first event makes revision 0', async () => {
    const answer = await review();

    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(path);
    expect(answer.headers.get('etag')).toBe('W/"0"');
    expect(await store.readStream(engagement)).toHaveLength(1);
    expect(await store.readStream(streamName('commitment', promise1))).toMatchObject([
      { type: 'DeliveryReviewed', data: { kind: 'promise', countries: ['XKD'], delivery: 'complete' } },
    ]);
  });

  it('is followed whatever else its engagement says before and after it', async () => {
    await putOnRecord(store, engagement, followUpAssigned());
    await review();
    expect((await end('fulfilment')).status).toBe(201);
  });

  it('is fulfilled once a review finds delivery complete, and ends there', async () => {
    expect((await end('fulfilment')).body).toMatchObject({ status: 409, code: 'delivery-not-complete' });
    await review();
    expect((await end('lapse')).body).toMatchObject({ status: 409, code: 'delivery-complete' });
    expect((await end('fulfilment')).status).toBe(201);
    expect((await end('withdrawal')).body).toMatchObject({ status: 409, code: 'commitment-ended' });
    expect((await review()).body).toMatchObject({ status: 409, code: 'commitment-ended' });
  });

  it('lapses after its due date', async () => {
    expect((await end('lapse')).status).toBe(201);
  });

  it('goes with an engagement that is withdrawn, whatever its own record holds', async () => {
    await review();
    await putOnRecord(store, engagement, meetingWithdrawn());

    const refused = await end('fulfilment');
    expect(refused.body).toMatchObject({ status: 404, code: 'commitment-unknown' });
    expect(refused.body.detail).toContain('ENG-7F3K-2Q9X');
  });

  it('is none of the other things that came of the engagement, and none of them changes it', async () => {
    await putOnRecord(store, engagement, followUpAssigned());
    expect((await review()).status).toBe(201);

    await putOnRecord(store, engagement, meetingWithdrawn());
    const other = promise1.replace('-P1', '-P2');
    const body = { occurredOn: '2026-10-20', delivery: 'complete', rationale: 'Seen.' };
    const refused = await server.send(`/commitments/${other}/delivery-reviews`, body, { as: omar });
    expect(refused.body).toMatchObject({ status: 404, code: 'commitment-unknown' });
  });

  it('is decided on the record as it was seen', async () => {
    const seen = (await review()).headers.get('etag') ?? '';
    await review({ delivery: 'substantial' });

    expect((await review({}, { ifMatch: seen })).body).toMatchObject({
      status: 412,
      code: 'stale',
      currentRevision: 1,
    });
  });

  it('answers a repeated key as the first time, and refuses it for something else', async () => {
    const key = '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07';
    const first = await review({}, { key });

    expect((await review({}, { key })).body).toEqual({ ...first.body, repeated: true });
    expect((await review({ delivery: 'limited' }, { key })).body).toMatchObject({ status: 422, code: 'key-reused' });
  });

  it('takes no command for the repeat of another that says the same words', async () => {
    const key = '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07';
    await end('lapse', { key });

    expect((await end('withdrawal', { key })).body).toMatchObject({ status: 422, code: 'key-reused' });
    expect((await end('lapse', { key })).body).toMatchObject({ repeated: true });
  });

  it('names every faulty field', async () => {
    const refused = await review({ delivery: 'splendid', rationale: ' ', evidence: [{ kind: 'rumour' }] });

    expect(refused.body).toMatchObject({ status: 400, code: 'malformed' });
    expect(refused.body.errors?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['delivery', 'rationale', 'evidence.0.kind', 'evidence.0.reference']),
    );
  });
});
