import { streamName } from '@demarche/contracts';
import type { EventStore } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { kaldara, maya, putOnRecord, recruitmentFees, report2026, shelters } from '@demarche/testing';
import { type CommandServer, serveCommands } from '@demarche/testing/serve-commands';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engagementsModule } from '../../module.ts';
import { content, reportPublished } from '../../spec-kit/kaldara-stories.ts';

const clock = { now: () => '2026-11-21T09:00:00.000Z' };
const KEY = '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07';

let store: EventStore;
let server: CommandServer;

beforeEach(async () => {
  store = memoryEventStore();
  await putOnRecord(store, streamName('countryReport', report2026), reportPublished);
  server = await serveCommands(engagementsModule({ store, clock }).routes);
});
afterEach(() => server.close());

const log = (changes: object = {}, key = KEY) =>
  server.send('/engagements', { ...content, ...changes }, { as: maya, key });

const withAll = {
  raised: [
    { reference: recruitmentFees, reception: 'acknowledged' },
    { reference: shelters, reception: 'refused' },
  ],
  promises: [{ country: kaldara, wording: 'The bill will be tabled this year.', recommendations: [recruitmentFees] }],
  followUps: [{ what: 'Send the model law.', owner: 'Maya Reyes' }],
};

describe('POST /engagements', () => {
  it('records the meeting with all that came of it in one append, and answers where it is read', async () => {
    const answer = await log(withAll);

    expect(answer.status).toBe(201);
    expect(answer.body.subject).toMatch(/^ENG-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(answer.headers.get('location')).toBe(`/engagements/${answer.body.subject}`);
    expect(answer.headers.get('etag')).toBe('W/"4"');
    expect(answer.headers.get('x-position')).toBe('6');
    expect(answer.body.events.map(({ type, entry }) => [type, entry])).toEqual([
      ['EngagementLogged', null],
      ['RecommendationRaised', null],
      ['RecommendationRaised', null],
      ['PromiseMade', `${answer.body.subject}-P1`],
      ['FollowUpAssigned', `${answer.body.subject}-F1`],
    ]);
  });

  it('takes the least that an officer must say, and fills in the rest', async () => {
    const { occurredOn, countries, post, theirParticipants, summary } = content;
    const least = { occurredOn, countries, post, theirParticipants, summary };
    const answer = await server.send('/engagements', least, { as: maya });

    expect(answer.status).toBe(201);
    expect((await store.readStream(streamName('engagement', answer.body.subject)))[0]?.data).toMatchObject({
      kind: 'bilateral',
      channel: 'meeting',
      deliveryForm: 'oral',
      marking: 'U',
      loggedBy: maya,
    });
  });

  it('carries the marking of the engagement with every event of it', async () => {
    const { body } = await log({ ...withAll, marking: 'SBU' });

    const events = await store.readStream(streamName('engagement', body.subject));
    expect(new Set(events.map(({ metadata }) => metadata.marking))).toEqual(new Set(['SBU']));
  });

  it('is on record whole or not at all', async () => {
    const refused = await log({ ...withAll, raised: [{ reference: 'XKD-2026-99', reception: 'welcomed' }] });

    expect(refused.body).toMatchObject({ status: 404, code: 'recommendation-unknown' });
    expect(refused.body.detail).toContain('XKD-2026-99');
    expect(await store.head()).toBe(1);
  });

  it('refuses by name what the rules forbid', async () => {
    expect((await log({ occurredOn: '2026-11-22' })).body).toMatchObject({
      status: 409,
      code: 'occurred-in-the-future',
    });
    expect((await log({ kind: 'multilateral' })).body).toMatchObject({ status: 409, code: 'forum-missing' });
  });

  it('names every faulty field', async () => {
    const refused = await server.send('/engagements', { kind: 'secret', theirParticipants: [] }, { as: maya });

    expect(refused.body).toMatchObject({ status: 400, code: 'malformed' });
    expect(refused.body.errors?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['kind', 'occurredOn', 'countries', 'post', 'summary', 'theirParticipants']),
    );
  });

  it('keeps a victim’s personal data out of the record and out of the answer', async () => {
    const refused = await log({ summary: 'Amina Karo, 16, was found on passport A1234567.' });

    expect(refused.body).toMatchObject({
      status: 400,
      code: 'personal-data-suspected',
      errors: [{ field: 'summary' }, { field: 'summary' }],
    });
    expect(JSON.stringify(refused.body)).not.toMatch(/Amina|A1234567/);
    expect(await store.head()).toBe(1);
  });

  it('answers a repeated key as the first time, and refuses the key for another meeting', async () => {
    const first = await log(withAll);
    const again = await log(withAll);

    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect((await log({ ...withAll, occurredOn: '2026-09-08' })).body).toMatchObject({
      status: 422,
      code: 'key-reused',
    });
    expect(await store.head()).toBe(6);
  });
});
