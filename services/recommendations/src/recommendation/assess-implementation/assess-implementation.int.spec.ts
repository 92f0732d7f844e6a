import { memoryEventStore } from '@demarche/event-store/memory';
import { ines, maya, recruitmentFees, tomas } from '@demarche/testing';
import { type CommandServer, serveCommands } from '@demarche/testing/serve-commands';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recommendationsModule } from '../../module.ts';
import { reportPublished } from '../../spec-kit/kaldara-stories.ts';

const clock = { now: () => '2026-11-21T09:00:00.000Z' };
const { country, countryName, reportYear, tier, section, recommendations } = reportPublished().data;

let server: CommandServer;

beforeEach(async () => {
  server = await serveCommands(recommendationsModule({ store: memoryEventStore(), clock }).routes);
  const items = recommendations.map(({ text, pillars }) => ({ text, pillars }));
  await server.send(
    '/country-reports',
    { country, countryName, reportYear, tier, section, recommendations: items },
    { as: ines },
  );
});
afterEach(() => server.close());

const recordAction = async (evidence: object[] = [{ kind: 'official_gazette', reference: 'Gazette 112' }]) => {
  const action = {
    occurredOn: '2026-08-14',
    description: 'The law was published.',
    recommendations: [recruitmentFees],
    evidence,
  };
  return (await server.send('/concrete-actions', action, { as: maya })).body.subject;
};

const assess = (action: string, as = ines, ifMatch?: string) =>
  server.send(
    `/recommendations/${recruitmentFees}/assessments`,
    {
      reportingPeriod: 2026,
      occurredOn: '2026-09-01',
      status: 'implemented',
      rationale: 'The law is in force.',
      basis: { kind: 'concrete_actions', actions: [action] },
    },
    { as, ...(ifMatch ? { ifMatch } : {}) },
  );

describe('POST /recommendations/:reference/assessments', () => {
  it('answers with where the recommendation is read, its revision and the position', async () => {
    const answer = await assess(await recordAction());
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe('/recommendations/XKD-2026-01');
    expect(answer.headers.get('etag')).toBe('W/"0"');
    expect(answer.headers.get('x-position')).toBe('3');
    expect(answer.body.events).toEqual([
      expect.objectContaining({ type: 'ImplementationAssessed', entry: 'XKD-2026-01-A1' }),
    ]);
  });

  it('refuses by name what the rules forbid', async () => {
    expect((await assess('ACT-0000-0000')).body).toMatchObject({ status: 404, code: 'concrete-action-unknown' });
    expect((await assess(await recordAction([]))).body).toMatchObject({
      status: 409,
      code: 'implemented-needs-evidence',
    });
    expect((await assess(await recordAction(), maya)).body).toMatchObject({
      status: 409,
      code: 'assessor-is-reporter',
    });
  });

  it('names every faulty field', async () => {
    const refused = await server.send(
      `/recommendations/${recruitmentFees}/assessments`,
      { status: 'finished' },
      { as: ines },
    );
    expect(refused.body).toMatchObject({ status: 400, code: 'malformed' });
    expect(refused.body.errors?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['reportingPeriod', 'occurredOn', 'status', 'rationale', 'basis']),
    );
  });

  it('is not decided on a record that changed since it was seen', async () => {
    const action = await recordAction();
    const seen = (await assess(action)).headers.get('etag') ?? '';
    await assess(action);
    expect((await assess(action, ines, seen)).body).toMatchObject({ status: 412, code: 'stale', currentRevision: 1 });
  });
});

describe('the way from an action to a closure', () => {
  it('takes an assessment, a second person’s sign-off, and then an RPA lead', async () => {
    const path = `/recommendations/${recruitmentFees}`;
    const closing = { occurredOn: '2026-11-01', reason: 'closed_implemented', explanation: 'The law is in force.' };
    await assess(await recordAction());
    expect((await server.send(`${path}/closure`, closing, { as: ines })).body.code).toBe('assessment-not-signed-off');
    expect((await server.send(`${path}/assessments/XKD-2026-01-A1/sign-off`, {}, { as: tomas })).status).toBe(201);
    expect((await server.send(`${path}/closure`, closing, { as: maya })).body).toMatchObject({
      status: 403,
      code: 'role-not-allowed',
    });
    expect((await server.send(`${path}/closure`, closing, { as: ines })).status).toBe(201);
  });

  it('is closed to an assessment whose only action was withdrawn', async () => {
    const path = `/recommendations/${recruitmentFees}`;
    const action = await recordAction();
    await assess(action);
    const withdrawal = { reason: 'It was the act of another country.' };
    const withdrawn = await server.send(`/concrete-actions/${action}/withdrawal`, withdrawal, { as: maya });
    expect(withdrawn.headers.get('location')).toBe('/countries/XKD');
    const signOff = await server.send(`${path}/assessments/XKD-2026-01-A1/sign-off`, {}, { as: tomas });
    expect(signOff.body).toMatchObject({ status: 409, code: 'basis-withdrawn' });
  });

  it('answers a repeated key as the first time, and refuses the key for something else', async () => {
    const key = '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07';
    const action = { occurredOn: '2026-08-14', description: 'A shelter opened.', recommendations: [recruitmentFees] };
    const first = await server.send('/concrete-actions', action, { as: maya, key });
    const again = await server.send('/concrete-actions', action, { as: maya, key });
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const other = await server.send('/concrete-actions', { ...action, occurredOn: '2026-08-15' }, { as: maya, key });
    expect(other.body).toMatchObject({ status: 422, code: 'key-reused' });
  });
});
