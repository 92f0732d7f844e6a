import { AssessImplementation, CorrectCountryReport, LogEngagement, type SendOptions } from '@demarche/contracts';
import type { Clock } from '@demarche/kernel';
import { CommandServiceUnreachable, commandRoute, inProcessCommands } from '@demarche/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { officer, type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

const clock: Clock = { now: () => '2026-09-09T08:30:00.000Z' };
const KEY = '0b3a4d6e-3a1c-4c59-9f4e-2f6f3c1d9a10';

const taken: object[] = [];
const recorded = {
  outcome: 'recorded',
  revision: 3,
  position: 4711,
  events: [{ eventId: 'e1', type: 'ImplementationAssessed', data: { assessmentId: 'XKD-2026-01-A1' } }],
  subject: 'XKD-2026-01',
  location: '/recommendations/XKD-2026-01',
};
const rejected = {
  ...recorded,
  outcome: 'rejected',
  code: 'forum-missing',
  detail: 'A multilateral engagement names its forum: choose one.',
};

const routes = [
  commandRoute(clock, AssessImplementation, async (command) => (taken.push(command), recorded as never)),
  commandRoute(clock, CorrectCountryReport, async (command) => (taken.push(command), recorded as never)),
  commandRoute(clock, LogEngagement, async (command) => (taken.push(command), rejected as never)),
];

let gateway: ServedGateway;
const sent: SendOptions[] = [];

beforeAll(async () => {
  const commands = inProcessCommands(routes);
  gateway = await serveGateway({
    queries: new SampleWorld(),
    commands: { send: (name, input, options) => (sent.push(options), commands.send(name, input, options)) },
  });
});
afterAll(() => gateway.close());
beforeEach(() => {
  taken.length = 0;
  sent.length = 0;
});

const payload =
  'answer { subject revision position recorded repeated events { type entry } } refusal { code status title detail errors { field message } currentRevision }';
const assess = `mutation ($input: AssessImplementationInput!, $key: ID!, $ifMatch: Int) {
  assessImplementation(input: $input, idempotencyKey: $key, ifMatch: $ifMatch) { ${payload} }
}`;
const assessment = {
  reference: 'XKD-2026-01',
  reportingPeriod: 2026,
  occurredOn: '2026-09-01',
  status: 'INITIAL_STEPS',
  rationale: 'A draft law was published.',
  basis: { concreteActions: { actions: ['ACT-7F3K-2Q9X'] } },
};

describe('a command that is recorded', () => {
  test('answers what it was about, its revision and its position', async () => {
    const { data, errors } = await gateway.ask(assess, { input: assessment, key: KEY, ifMatch: 2 });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      assessImplementation: {
        answer: {
          subject: 'XKD-2026-01',
          revision: 3,
          position: 4711,
          recorded: true,
          repeated: false,
          events: [{ type: 'ImplementationAssessed', entry: 'XKD-2026-01-A1' }],
        },
        refusal: null,
      },
    });
  });

  test('reached its service as the contract has it, by whom, under which key and against which revision', async () => {
    await gateway.ask(assess, { input: assessment, key: KEY, ifMatch: 2 });
    expect(taken).toEqual([
      expect.objectContaining({
        status: 'initial_steps',
        basis: { kind: 'concrete_actions', actions: ['ACT-7F3K-2Q9X'] },
        officer,
        commandId: KEY,
        today: '2026-09-09',
      }),
    ]);
    expect(sent).toMatchObject([{ commandId: KEY, officer, ifMatch: 2, correlationId: expect.stringMatching(/.{8}/) }]);
  });

  test('may be given null for what it leaves out', async () => {
    const input = {
      reportId: 'XKD-2026',
      reason: 'Misread.',
      publishedOn: null,
      tier: { value: 'TIER_2', waiver: false, movement: null },
    };
    const { errors } = await gateway.ask(
      `mutation ($input: CorrectCountryReportInput!, $key: ID!) { correctCountryReport(input: $input, idempotencyKey: $key) { ${payload} } }`,
      { input, key: KEY },
    );
    expect(errors).toEqual([]);
    expect(taken).toMatchObject([{ tier: { value: 'tier-2', movement: null } }]);
    expect(taken[0]).not.toHaveProperty('publishedOn');
  });
});

describe('a command that is refused', () => {
  const log = `mutation ($input: LogEngagementInput!, $key: ID!) { logEngagement(input: $input, idempotencyKey: $key) { ${payload} } }`;
  const engagement = {
    kind: 'MULTILATERAL',
    occurredOn: '2026-09-09',
    countries: ['XKD'],
    post: 'Embassy Kald City',
    theirParticipants: [{ name: 'Minister of Justice' }],
    summary: 'Spoke of the draft law.',
  };

  test('by a rule: its code and sentence are an answer, not an error', async () => {
    const { data, errors, status } = await gateway.ask(log, { input: engagement, key: KEY });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data).toMatchObject({
      logEngagement: {
        answer: null,
        refusal: {
          code: 'forum-missing',
          status: 409,
          title: 'A multilateral engagement names its forum',
          detail: 'A multilateral engagement names its forum: choose one.',
          errors: null,
        },
      },
    });
  });

  test('as malformed: every faulty field is named', async () => {
    const { data } = await gateway.ask(log, {
      input: { ...engagement, countries: [], occurredOn: '2026-02-30' },
      key: KEY,
    });
    expect(data).toMatchObject({
      logEngagement: {
        refusal: {
          code: 'malformed',
          status: 400,
          errors: [{ field: 'occurredOn' }, { field: 'countries', message: 'must name at least one country' }],
        },
      },
    });
  });

  test('for its key: a key that is no UUID is told as such', async () => {
    const { data } = await gateway.ask(log, { input: engagement, key: 'once' });
    expect(data).toMatchObject({ logEngagement: { refusal: { code: 'idempotency-key-malformed' } } });
  });
});

test('a service that cannot be reached is an error that says what is safe to do', async () => {
  const { status, errors } = await gateway.ask(
    `mutation { withdrawEngagement(input: { engagementId: "ENG-7F3K-2Q9X", reason: "Twice" }, idempotencyKey: "${KEY}") { answer { position } } }`,
  );
  expect(status).toBe(503);
  expect(errors).toMatchObject([
    { message: expect.stringContaining('same key is safe'), extensions: { code: 'service-unavailable', status: 503 } },
  ]);
});

test('a service at which nothing arrived is an error that says that nothing was recorded', async () => {
  const commands = { send: () => Promise.reject(new CommandServiceUnreachable('away', { nothingArrived: true })) };
  const served = await serveGateway({ queries: new SampleWorld(), commands });
  const { status, errors } = await served.ask(
    `mutation { withdrawEngagement(input: { engagementId: "ENG-7F3K-2Q9X", reason: "Twice" }, idempotencyKey: "${KEY}") { answer { position } } }`,
  );
  await served.close();
  expect(status).toBe(503);
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/^Nothing was recorded now/),
      extensions: { code: 'service-unreachable', status: 503 },
    },
  ]);
});
