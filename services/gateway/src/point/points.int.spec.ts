import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SampleWorld } from '../spec-kit/sample-world.ts';
import { type ServedGateway, serveGateway } from '../spec-kit/serve-gateway.ts';

let world: SampleWorld;
let gateway: ServedGateway;

beforeEach(async () => {
  world = new SampleWorld();
  gateway = await serveGateway({ queries: world });
});
afterEach(() => gateway.close());

const nested = 'nodes { text country { name } }';

describe('two root fields at different points', () => {
  test('do not mix, and what lies below each is read at its own', async () => {
    const { data, errors } = await gateway.ask(`{
      past: country(code: "XAA", at: { validTime: "2019-03-31" }) { name recommendations { ${nested} } }
      now: country(code: "XAA") { name recommendations { ${nested} } }
    }`);
    expect(errors).toEqual([]);
    const at = (day: string) => ({
      name: `XAA on ${day}`,
      recommendations: { nodes: { 0: { text: `Words of XAA-2026-01 on ${day}`, country: { name: `XAA on ${day}` } } } },
    });
    expect(data).toMatchObject({ past: at('2019-03-31'), now: at('2026-09-09') });
    expect(world.calls.map(({ options }) => options.at?.validTime).toSorted()).toEqual([
      '2019-03-31',
      '2019-03-31',
      undefined,
      undefined,
    ]);
  });
});

describe('two root fields at one point', () => {
  test('share one call, whatever they ask for', async () => {
    const { errors } = await gateway.ask(
      `query ($at: AtInput) {
      status(at: $at) { answeredAt { validTime } }
      country(code: "XAA", at: $at) { name }
      recommendation(reference: "XAA-2026-01", at: $at) { text }
      engagements(at: $at) { totalCount }
    }`,
      { at: { validTime: '2019-03-31', systemTime: 42 } },
    );
    expect(errors).toEqual([]);
    expect(world.calls).toHaveLength(1);
    expect(world.calls[0]).toMatchObject({
      options: { at: { validTime: '2019-03-31', systemTime: 42 } },
      questions: { length: 4 },
    });
  });

  test('ask once for what both of them ask for', async () => {
    await gateway.ask('{ a: country(code: "XAA") { name } b: country(code: "XAA") { code } }');
    expect(world.calls).toMatchObject([{ questions: [{ arguments: { codes: ['XAA'] } }] }]);
  });
});

test('more questions than one call takes go out in as few calls as they need', async () => {
  world = new SampleWorld(60);
  const wide = await serveGateway({ queries: world });
  const { errors } = await wide.ask('{ countries(first: 60) { nodes { engagements(first: 1) { totalCount } } } }');
  expect(errors).toEqual([]);
  expect(world.calls.map(({ questions }) => questions.length)).toEqual([1, 50, 10]);
  await wide.close();
});

describe('the point that was answered for', () => {
  test('is told beside every page and in the status', async () => {
    const { data } = await gateway.ask(
      '{ countries(at: { validTime: "2019-03-31" }, minPosition: 101) { answeredAt { validTime systemPosition position behind } } status { answeredAt { behind } } }',
    );
    expect(data).toMatchObject({
      countries: { answeredAt: { validTime: '2019-03-31', systemPosition: 100, position: 100, behind: true } },
      status: { answeredAt: { behind: false } },
    });
  });

  const moveOnAfterFirstAnswer = () => {
    let answers = 0;
    world.beforeAnswer = () => {
      answers += 1;
      if (answers === 2) world.position = 105;
    };
  };

  test('is kept for the whole document when the views move on meanwhile', async () => {
    moveOnAfterFirstAnswer();
    const { errors } = await gateway.ask('{ country(code: "XAA") { recommendations { nodes { text } } } }');
    expect(errors).toEqual([]);
    expect(world.calls.map(({ options }) => options)).toEqual([
      { at: {} },
      { at: {}, minPosition: 100 },
      { at: { validTime: '2026-09-09', systemTime: 100 } },
    ]);
  });

  test('that views have not reached in time is waited for once, not at every depth', async () => {
    await gateway.ask('{ country(code: "XAA", minPosition: 999) { recommendations { nodes { text } } } }');
    expect(world.calls.map(({ options }) => options.minPosition)).toEqual([999, 100]);
  });

  test('that lies in the past is not asked for again, however far the views move on', async () => {
    moveOnAfterFirstAnswer();
    await gateway.ask('{ country(code: "XAA", at: { systemTime: 42 }) { recommendations { nodes { text } } } }');
    expect(world.calls.map(({ options }) => options.at?.systemTime)).toEqual([42, 42]);
  });
});

test('a malformed argument is an error of its own field, and the others are answered', async () => {
  const { data, errors } = await gateway.ask(
    '{ bad: country(code: "kaldara") { name } country(code: "XAA") { name } }',
  );
  expect(errors).toMatchObject([
    { message: 'code: must look like KEN', path: ['bad'], extensions: { code: 'malformed' } },
  ]);
  expect(data).toMatchObject({ bad: null, country: { name: 'XAA on 2026-09-09' } });
});

describe('a point that is none', () => {
  test.each([
    ['a day that does not exist', { validTime: '2019-02-30' }, /at\.validTime must be a day/],
    ['words for a moment', { systemTime: 'yesterday' }, /at\.systemTime must be a moment/],
  ])('%s is refused with what to write instead', async (_, at, sentence) => {
    const { errors } = await gateway.ask('query ($at: AtInput) { countries(at: $at) { totalCount } }', { at });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(sentence), extensions: { code: 'malformed', status: 400 } },
    ]);
    expect(world.calls).toHaveLength(0);
  });
});
