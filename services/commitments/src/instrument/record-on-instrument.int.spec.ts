import { streamName } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { kaldara, norvia, omar } from '@demarche/testing';
import { type CommandServer, serveCommands } from '@demarche/testing/serve-commands';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitmentsModule } from '../module.ts';
import { content, gazette, resolution } from '../spec-kit/kaldara-stories.ts';

const clock = { now: () => '2026-11-21T09:00:00.000Z' };
const path = `/forum-instruments/${resolution}`;

let store: EventStore;
let server: CommandServer;

beforeEach(async () => {
  store = memoryEventStore();
  server = await serveCommands(commitmentsModule({ store, clock }).routes);
});
afterEach(() => server.close());

const publishData = {
  paragraph: 'operative paragraph 4',
  wording: 'Publish data on recruitment fees every year.',
  force: 'concrete',
  measurableTarget: 'One publication a year.',
  countries: [kaldara, norvia],
};
const send = (to: string, body: object) => server.send(to, body, { as: omar });
const record = (changes: object = {}) =>
  send('/forum-instruments', {
    forum: 'UNGA',
    documentSymbol: 'A/RES/99/1',
    ...content,
    commitments: [publishData],
    ...changes,
  });

describe('POST /forum-instruments', () => {
  it('records the text under its own symbol', async () => {
    const answer = await record();

    expect(answer.status).toBe(201);
    expect(answer.body.subject).toBe('UNGA-A-RES-99-1');
    expect(answer.headers.get('location')).toBe('/forum-instruments/UNGA-A-RES-99-1');
    expect(await store.readStream(streamName('instrument', resolution))).toMatchObject([
      { data: { documentSymbol: 'A/RES/99/1', commitments: [{ commitmentId: 'UNGA-A-RES-99-1-C01', dueOn: null }] } },
    ]);
  });

  it('refuses by name what the rules forbid', async () => {
    await record();

    expect((await record()).body).toMatchObject({ status: 409, code: 'instrument-on-record' });
    const named = { ...publishData, recommendations: ['XKD-2026-99'] };
    expect((await record({ documentSymbol: 'A/RES/99/2', commitments: [named] })).body).toMatchObject({
      status: 404,
      code: 'recommendation-unknown',
    });
  });

  it('names every faulty field', async () => {
    const refused = await record({ forum: 'NATO', documentSymbol: '//', commitments: [{ force: 'strong' }] });

    expect(refused.body.errors?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['forum', 'documentSymbol', 'commitments.0.wording', 'commitments.0.force']),
    );
  });
});

describe('a forum’s text on record', () => {
  const addition = { paragraph: 'operative paragraph 5', wording: 'Encourages cooperation.', force: 'hortatory' };

  it('takes further commitments and a correction', async () => {
    await record();

    expect((await send(`${path}/commitments`, addition)).headers.get('etag')).toBe('W/"1"');
    expect((await send(`${path}/commitments`, addition)).body).toMatchObject({ code: 'commitment-on-record' });
    const correction = { ...content, title: 'Fair recruitment for all', reason: 'The title was cut.' };
    expect((await send(`${path}/corrections`, correction)).headers.get('etag')).toBe('W/"2"');
    expect((await send(`${path}/corrections`, correction)).body).toMatchObject({ code: 'nothing-to-correct' });
  });

  it('has its commitments followed like promises', async () => {
    await record();
    await send(`${path}/commitments`, addition);

    const review = { occurredOn: '2026-10-20', delivery: 'complete', rationale: 'Published.', evidence: [gazette] };
    const ofKaldara = { ...review, country: kaldara };
    const commitment = '/commitments/UNGA-A-RES-99-1-C01';
    const closing = { occurredOn: '2026-11-02', explanation: 'Both have published.' };
    expect((await send(`${commitment}/delivery-reviews`, ofKaldara)).status).toBe(201);
    expect((await send(`${commitment}/fulfilment`, closing)).body).toMatchObject({ code: 'delivery-not-complete' });
    expect((await send(`${commitment}/delivery-reviews`, { ...review, country: norvia })).status).toBe(201);
    expect((await send(`${commitment}/fulfilment`, closing)).status).toBe(201);
    expect((await send('/commitments/UNGA-A-RES-99-1-C02/delivery-reviews', ofKaldara)).status).toBe(201);
    expect((await send('/commitments/UNGA-A-RES-99-1-C03/delivery-reviews', review)).body).toMatchObject({
      status: 404,
      code: 'commitment-unknown',
    });
  });

  it('is not found under another symbol', async () => {
    expect((await send('/forum-instruments/ILO-R-1/commitments', addition)).body).toMatchObject({
      status: 404,
      code: 'instrument-unknown',
    });
  });
});
