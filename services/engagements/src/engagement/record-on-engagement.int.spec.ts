import { streamName } from '@demarche/contracts';
import { memoryEventStore } from '@demarche/event-store/memory';
import { kaldara, maya, putOnRecord, recruitmentFees, report2026 } from '@demarche/testing';
import { type CommandServer, serveCommands } from '@demarche/testing/serve-commands';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engagementsModule } from '../module.ts';
import { content, reportPublished } from '../spec-kit/kaldara-stories.ts';

const clock = { now: () => '2026-11-21T09:00:00.000Z' };

let server: CommandServer;
let path: string;

beforeEach(async () => {
  const store = memoryEventStore();
  await putOnRecord(store, streamName('countryReport', report2026), reportPublished);
  server = await serveCommands(engagementsModule({ store, clock }).routes);
  path = `/engagements/${(await server.send('/engagements', content, { as: maya })).body.subject}`;
});
afterEach(() => server.close());

const send = (rest: string, body: object, ifMatch?: string) =>
  server.send(`${path}${rest}`, body, { as: maya, ...(ifMatch ? { ifMatch } : {}) });

const raise = () => send('/recommendations-raised', { reference: recruitmentFees, reception: 'deferred' });
const promise = () => send('/promises', { country: kaldara, wording: 'A bill.', recommendations: [recruitmentFees] });
const assign = () => send('/follow-ups', { what: 'Send the model law.', owner: 'Maya Reyes' });

describe('an engagement on record', () => {
  it('takes what came up later, each by its own address', async () => {
    expect((await raise()).status).toBe(201);
    expect((await promise()).body.events[0]?.entry).toMatch(/-P1$/);
    const followUp = (await assign()).body.events[0]?.entry;
    const done = await send(`/follow-ups/${followUp}/completion`, { occurredOn: '2026-11-20', outcome: 'Sent.' });
    expect(done.status).toBe(201);
    expect(done.headers.get('location')).toBe(path);
    expect(done.headers.get('etag')).toBe('W/"4"');
  });

  it('is corrected as a whole, on the record as it was seen', async () => {
    const seen = (await raise()).headers.get('etag') ?? '';
    const correction = { ...content, place: 'Port Kald', reason: 'The place was wrong.' };

    expect((await send('/corrections', correction, seen)).status).toBe(201);
    expect((await send('/corrections', { ...correction, place: null }, seen)).body).toMatchObject({
      status: 412,
      code: 'stale',
      currentRevision: 2,
    });
    expect((await send('/corrections', correction)).body).toMatchObject({ status: 409, code: 'nothing-to-correct' });
  });

  it('takes nothing more once it is withdrawn', async () => {
    const followUp = (await assign()).body.events[0]?.entry;
    expect((await send('/withdrawal', { reason: 'It was logged twice.' })).status).toBe(201);

    const refused = [
      await raise(),
      await promise(),
      await assign(),
      await send(`/follow-ups/${followUp}/completion`, { occurredOn: '2026-11-20' }),
      await send('/corrections', { ...content, place: null, reason: 'Wrong.' }),
      await send('/withdrawal', { reason: 'Again.' }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      refused.map(() => [409, 'engagement-withdrawn']),
    );
  });

  it('is not found under another reference', async () => {
    path = '/engagements/ENG-0000-0000';
    expect((await raise()).body).toMatchObject({ status: 404, code: 'engagement-unknown' });
  });
});
