import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commitmentsModule } from '@demarche/commitments';
import type { QueryClient } from '@demarche/contracts';
import { engagementsModule } from '@demarche/engagements';
import { memoryEventStore } from '@demarche/event-store/memory';
import { gatewayModule } from '@demarche/gateway';
import { inProcessSignals, storeFeed } from '@demarche/messaging/in-process';
import { type ProjectionsModule, projectionsModule } from '@demarche/projections';
import { recommendationsModule } from '@demarche/recommendations';
import { createHttpApp, createLogger, demonstrationPersons, inProcessCommands } from '@demarche/service-kit';
import { appendScenario, generateScenario } from '@demarche/testing/scenario';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const today = '2026-11-21';
const clock = { now: () => `${today}T12:00:00.000Z` };
const lead = { 'x-person': '0' };
const otherLead = { 'x-person': '1' };

type Calls = Array<readonly string[]>;

const calls: Calls = [];
const counted = (queries: QueryClient): QueryClient => ({
  ask: (questions, options) => {
    calls.push(questions.map(({ query }) => query));
    return queries.ask(questions, options);
  },
});

let projections: ProjectionsModule;
let close: () => void;
let server: Server;
let address: string;

beforeAll(async () => {
  const store = memoryEventStore();
  const scenario = { seed: 7, countries: 50, fromYear: 2024, toYear: 2026, today, density: 0.5 };
  await appendScenario(store, generateScenario(scenario));
  const signals = inProcessSignals();
  projections = projectionsModule({ feed: storeFeed({ log: store }), signals, clock, path: ':memory:' });
  const side = { store, clock };
  const modules = [recommendationsModule(side), engagementsModule(side), commitmentsModule(side)];
  const logger = createLogger({ service: 'spec', destination: { write: () => undefined } });
  const gateway = gatewayModule({
    queries: counted(projections.queries),
    commands: inProcessCommands(modules.flatMap(({ routes }) => routes)),
    signals,
    identity: { identify: async ({ headers }) => demonstrationPersons[Number(headers['x-person'])] ?? null },
    logger,
  });
  close = gateway.close;
  const { router, bodies } = gateway;
  server = createHttpApp({ logger, bodies, mount: (app) => app.use(router) }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const everything = { minPosition: await store.head() };
  const isBehind = async () =>
    (await projections.queries.ask([{ query: 'projection-status', arguments: {} }], everything)).at.behind;
  while (await isBehind());
}, 60_000);

afterAll(async () => {
  close();
  server.closeAllConnections();
  await projections.stop();
});

interface Reply {
  readonly data: { readonly [field: string]: never };
  readonly errors?: readonly unknown[];
}

const ask = async (query: string, variables: object = {}, person: Readonly<Record<string, string>> = lead) => {
  calls.length = 0;
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...person },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Reply;
  expect(errors).toBeUndefined();
  return data;
};

describe('a page of countries with their recommendations and timelines, from the real views', () => {
  const page = `query ($first: Int!) {
    countries(first: $first) {
      totalCount
      nodes {
        name tier { value }
        recommendations(first: 20) { nodes { reference text implementation { status } } }
        timeline(first: 20) { nodes { __typename occurredOn } }
      }
    }
    status { answeredAt { position } }
  }`;

  test('costs fifty countries what it costs one: two calls', async () => {
    const one = await ask(page, { first: 1 });
    const callsForOne = [...calls];
    const fifty = await ask(page, { first: 50 });
    expect(calls).toEqual(callsForOne);
    expect(calls).toEqual([
      ['portfolio', 'projection-status'],
      ['recommendations-of-countries', 'timelines'],
    ]);
    expect(one).toMatchObject({ countries: { totalCount: 50, nodes: { length: 1 } } });
    expect(fifty).toMatchObject({ countries: { nodes: { length: 50 } } });
    const { nodes } = fifty['countries'] as unknown as {
      nodes: ReadonlyArray<Readonly<Record<string, { nodes: unknown[] }>>>;
    };
    expect(
      nodes.every(({ recommendations, timeline }) => recommendations?.nodes.length && timeline?.nodes.length),
    ).toBe(true);
  });
});

describe('from a meeting to a closure, by GraphQL alone', () => {
  const send = async (name: string, input: object, person = lead) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!, $key: ID!) { ${name}(input: $input, idempotencyKey: $key) {
      answer { subject position events { type entry } } refusal { code detail }
    } }`;
    const data = await ask(document, { input, key: crypto.randomUUID() }, person);
    return data[name] as unknown as {
      answer: { subject: string; position: number; events: ReadonlyArray<{ type: string; entry: string | null }> };
      refusal: { code: string; detail: string } | null;
    };
  };
  const country = 'XZY';
  const reference = `${country}-2026-01`;

  test('each step is on record, is read back at once, and a rule that forbids a step says so', async () => {
    await send('publishCountryReport', {
      country,
      countryName: 'Zyland',
      reportYear: 2026,
      section: 'COMPLETE',
      tier: { value: 'TIER_2' },
      recommendations: [{ text: 'Enact a law that punishes all forms of trafficking.', pillars: ['PROSECUTION'] }],
    });
    const meeting = await send('logEngagement', {
      occurredOn: '2026-09-01',
      countries: [country],
      post: 'Embassy Zy',
      theirParticipants: [{ name: 'Minister of Justice' }],
      summary: 'Spoke of the draft law.',
      raised: [{ reference, reception: 'WELCOMED' }],
      promises: [
        { country, wording: 'To table the law this autumn.', dueOn: '2026-10-31', recommendations: [reference] },
      ],
    });
    expect(meeting.refusal).toBeNull();
    const action = await send('recordConcreteAction', {
      occurredOn: '2026-10-10',
      description: 'Parliament passed the law.',
      evidence: [{ kind: 'OFFICIAL_GAZETTE', reference: 'Gazette 12' }],
      recommendations: [reference],
    });
    const judged = {
      reference,
      reportingPeriod: 2026,
      occurredOn: '2026-11-01',
      status: 'IMPLEMENTED',
      rationale: 'The law is in force.',
      basis: { concreteActions: { actions: [action.answer.subject] } },
    };
    expect((await send('assessImplementation', judged)).refusal).toMatchObject({ code: 'assessor-is-reporter' });

    const { answer } = await send('assessImplementation', judged, otherLead);
    const assessmentId = answer.events[0]?.entry;
    await send('signOffAssessment', { reference, assessmentId }, lead);
    const closed = await send('closeRecommendation', {
      reference,
      occurredOn: '2026-11-20',
      reason: 'CLOSED_IMPLEMENTED',
      explanation: 'Done.',
    });
    expect(closed.refusal).toBeNull();

    const read = `query ($at: AtInput, $reference: RecommendationReference!, $minPosition: Position) {
      recommendation(reference: $reference, at: $at, minPosition: $minPosition) {
        recordState implementation { status } closure { reason } promises { wording } country { name }
        timeline { totalCount nodes { kind } }
      }
    }`;
    const { position } = closed.answer;
    expect(await ask(read, { reference, minPosition: position })).toMatchObject({
      recommendation: {
        recordState: 'CLOSED',
        implementation: { status: 'IMPLEMENTED' },
        closure: { reason: 'CLOSED_IMPLEMENTED' },
        promises: [{ wording: 'To table the law this autumn.' }],
        country: { name: 'Zyland' },
        timeline: {
          nodes: [
            'CLOSURE',
            'ASSESSMENT',
            'PROMISE_OVERDUE',
            'CONCRETE_ACTION',
            'PROMISE',
            'ENGAGEMENT',
            'REPORT_PUBLISHED',
          ].map((kind) => ({ kind })),
        },
      },
    });

    const september = { validTime: '2026-09-30' };
    expect(await ask(read, { reference, minPosition: position, at: september })).toMatchObject({
      recommendation: { recordState: 'ISSUED', implementation: { status: 'NOT_ASSESSED' }, closure: null },
    });
    expect(await ask(read, { reference, at: { ...september, systemTime: '2026-09-30' } })).toEqual({
      recommendation: null,
    });
  });
});
