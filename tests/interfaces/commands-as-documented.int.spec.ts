import { commandDefinition } from '@demarche/contracts';
import { type CommandExample, exampleOf } from '@demarche/contracts/interfaces';
import { StoreUnavailable } from '@demarche/event-store';
import { memoryEventStore } from '@demarche/event-store/memory';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addressOf, faultsOf, misfitsOf, type Operation, operations } from './open-api-document.ts';
import { type Sending, serveWriteServices, type WriteServices } from './serve-write-services.ts';

const commands = operations.filter(({ path }) => path.startsWith('/api/'));
const [anyCommand] = commands as [Operation];

const commandNamed = (name: string): Operation => {
  const id = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = commands.find((operation) => operation.name === id);
  if (!found) throw new Error(`${name} is not documented`);
  return found;
};
const serviceOf = ({ tags: [service = ''] }: Operation): string => service;
const documentedBody = ({ body }: Operation) => body?.['application/json'] ?? { schema: {}, example: {} };

const requestOf = (operation: Operation, headers: Readonly<Record<string, string>> = {}): Sending => ({
  as: 'ines.okafor',
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
  body: JSON.stringify(documentedBody(operation).example),
});

const judged = async (operation: Operation, response: Response) => ({
  name: operation.name,
  status: response.status,
  faults: await faultsOf(operation, response),
});
const asDocumented = ({ name }: Operation, status: number) => ({ name, status, faults: [] });

describe('every command, on a record that holds nothing', () => {
  let services: WriteServices;
  beforeAll(async () => {
    services = await serveWriteServices(memoryEventStore());
  });
  afterAll(() => services.close());

  test.each(commands)('$name takes the body of its example', (operation) => {
    const { schema, example } = documentedBody(operation);
    expect(misfitsOf(schema, example)).toEqual([]);
    for (const { schema: ofParameter, example: given } of operation.parameters)
      expect(misfitsOf(ofParameter, given)).toEqual([]);
  });

  const refusals: readonly (readonly [string, number, (operation: Operation) => Sending])[] = [
    ['nobody is signed in', 401, (operation) => ({ ...requestOf(operation), as: '' })],
    ['it has no key', 400, (operation) => requestOf(operation, { 'idempotency-key': '' })],
    ['its key is no UUID', 400, (operation) => requestOf(operation, { 'idempotency-key': 'again-1' })],
    ['it names what is not known', 400, (operation) => ({ ...requestOf(operation), body: '{"surprise":1}' })],
    ['it is no JSON', 400, (operation) => ({ ...requestOf(operation), body: '{' })],
    ['its If-Match is no ETag', 400, (operation) => requestOf(operation, { 'if-match': 'yesterday' })],
    ['another site sent it', 403, (operation) => requestOf(operation, { 'sec-fetch-site': 'cross-site' })],
    ['it is too large', 413, (operation) => ({ ...requestOf(operation), body: `{"x":"${'x'.repeat(200_000)}"}` })],
    ['it is a form', 415, (operation) => requestOf(operation, { 'content-type': 'text/plain' })],
    ['it is compressed', 415, (operation) => requestOf(operation, { 'content-encoding': 'gzip' })],
    ['its headers are too long', 431, (operation) => requestOf(operation, { 'x-more': 'x'.repeat(20_000) })],
  ];

  test.each(refusals)('%s: %i', async (_, status, requestFor) => {
    for (const operation of commands) {
      const response = await services.send(serviceOf(operation), addressOf(operation), requestFor(operation));
      expect(await judged(operation, response)).toEqual(asDocumented(operation, status));
    }
  });

  test.each(commands)('$name answers its example as documented, and a stale one, too', async (operation) => {
    for (const headers of [{}, { 'if-match': 'W/"77"' }]) {
      const response = await services.send(serviceOf(operation), addressOf(operation), requestOf(operation, headers));
      expect(await faultsOf(operation, response)).toEqual([]);
    }
  });

  test('a stale one is told the revision of the record', async () => {
    const publish = commandNamed('publish-country-report');
    const response = await services.send('recommendations', publish.path, requestOf(publish, { 'if-match': '"77"' }));
    expect(await judged(publish, response)).toEqual(asDocumented(publish, 412));
  });

  test('an identifier that is not written so is refused by its field', async () => {
    for (const operation of commands.filter(({ path }) => path.includes('{'))) {
      const values = Object.fromEntries(operation.parameters.map(({ name }) => [name, 'nothing-of-ours']));
      const response = await services.send(serviceOf(operation), addressOf(operation, values), requestOf(operation));
      expect(await judged(operation, response)).toEqual(asDocumented(operation, 400));
    }
  });
});

test.each(['away', 'locked', 'full', 'read-only', 'damaged'] as const)(
  'while the record is %s, every command says when to try again',
  async (trouble) => {
    const inTrouble = async () => {
      throw new StoreUnavailable('The disk does not answer', { trouble });
    };
    const services = await serveWriteServices({ ...memoryEventStore(), readStream: inTrouble, append: inTrouble });
    for (const operation of commands) {
      const response = await services.send(serviceOf(operation), addressOf(operation), requestOf(operation));
      expect(await judged(operation, response)).toEqual(asDocumented(operation, 503));
    }
    await services.close();
  },
);

const otherText: CommandExample = {
  command: 'publish-country-report',
  input: { ...exampleOf('publish-country-report').input, recommendations: [{ text: 'Enact the law.' }] },
};

const story: readonly (readonly [as: string, example: CommandExample])[] = [
  ['ines.okafor', exampleOf('publish-country-report')],
  ['ines.okafor', exampleOf('correct-country-report')],
  ['ines.okafor', otherText],
  ['ines.okafor', exampleOf('review-rewording')],
  ['ines.okafor', exampleOf('tag-recommendation')],
  ['miriam.castellanos', exampleOf('log-engagement')],
  ['miriam.castellanos', exampleOf('raise-recommendation')],
  ['miriam.castellanos', exampleOf('record-promise')],
  ['miriam.castellanos', exampleOf('assign-follow-up')],
  ['miriam.castellanos', exampleOf('complete-follow-up')],
  ['miriam.castellanos', exampleOf('correct-engagement')],
  ['miriam.castellanos', exampleOf('record-government-response')],
  ['miriam.castellanos', exampleOf('note-pace')],
  ['miriam.castellanos', exampleOf('record-concrete-action')],
  ['miriam.castellanos', exampleOf('correct-concrete-action')],
  ['ines.okafor', exampleOf('assess-implementation')],
  ['tomas.lindqvist', exampleOf('sign-off-assessment')],
  ['ines.okafor', exampleOf('close-recommendation')],
  ['ines.okafor', exampleOf('withdraw-entry')],
  ['miriam.castellanos', exampleOf('withdraw-concrete-action')],
  ['yuki.hammond', exampleOf('record-forum-instrument')],
  ['yuki.hammond', exampleOf('add-forum-commitment')],
  ['yuki.hammond', exampleOf('correct-forum-instrument')],
  ['yuki.hammond', exampleOf('review-delivery')],
  ['yuki.hammond', exampleOf('fulfil-commitment')],
  ['yuki.hammond', exampleOf('lapse-commitment')],
  ['yuki.hammond', exampleOf('withdraw-commitment')],
  ['miriam.castellanos', exampleOf('withdraw-engagement')],
];

/** The same command but for the words of one field; nothing where it has no words. */
const otherWords = (command: string, input: object): object | undefined =>
  Object.keys(input)
    .map((field) => ({ [field]: 'In other words.' }))
    .find((words) => commandDefinition(command)?.input.safeParse({ ...input, ...words }).success);

describe('the examples, told in order', () => {
  let services: WriteServices;
  beforeEach(async () => {
    services = await serveWriteServices(memoryEventStore());
  });
  afterEach(() => services.close());

  test('are recorded, each of them; sent again answered the same; and their keys taken for nothing else', async () => {
    for (const [as, { command, input, key = crypto.randomUUID() }] of story) {
      const operation = commandNamed(command);
      const send = (headers = {}, more = {}) => {
        const body = Object.entries({ ...input, ...more }).filter(([name]) => !operation.path.includes(`{${name}}`));
        return services.send(serviceOf(operation), addressOf(operation, input), {
          ...requestOf(operation, { 'idempotency-key': key, ...headers }),
          as,
          body: JSON.stringify(Object.fromEntries(body)),
        });
      };
      expect(await judged(operation, await send())).toEqual(asDocumented(operation, 201));
      expect(await judged(operation, await send())).toEqual(asDocumented(operation, 201));
      const stale = { 'idempotency-key': crypto.randomUUID(), 'if-match': '"900"' };
      expect(await judged(operation, await send(stale))).toEqual(asDocumented(operation, 412));
      const other = otherWords(command, input);
      expect(await judged(operation, await send({}, other))).toEqual(asDocumented(operation, other ? 422 : 201));
    }
  });

  test('one that asks for what already holds is answered 200', async () => {
    const publish = commandNamed('publish-country-report');
    await services.send('recommendations', publish.path, requestOf(publish));
    expect(await judged(publish, await services.send('recommendations', publish.path, requestOf(publish)))).toEqual(
      asDocumented(publish, 200),
    );
  });

  test('all of them are told', () => {
    expect(new Set(story.map(([, { command }]) => commandNamed(command).name))).toEqual(
      new Set(commands.map(({ name }) => name)),
    );
  });
});

describe('what this spec finds', () => {
  const answerOf = (status: number, body: object | string, type = 'application/problem+json') =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: {
        'content-type': type,
        'x-correlation-id': 'visit-42',
        location: '/',
        etag: 'W/"0"',
        'x-position': '1',
      },
    });
  const problem = { type: 'urn:x', title: 'No', status: 409, detail: 'No.', code: 'contended' };

  test.each([
    ['a status that is not documented', answerOf(418, problem), /does not document 418/],
    [
      'a code that the command cannot be refused with',
      answerOf(409, { ...problem, code: 'no-due-date' }),
      /allowed values/,
    ],
    ['a problem that lacks what every problem has', answerOf(409, { ...problem, detail: undefined }), /detail/],
    ['a media type that is not documented', answerOf(409, problem, 'text/html'), /text\/html, which is not documented/],
    [
      'a header that is missing',
      answerOf(503, { ...problem, status: 503, code: 'stopping' }),
      /Retry-After is promised/,
    ],
    [
      'an answer that is not as documented',
      answerOf(201, { subject: 7 }, 'application/json'),
      /subject must be string/,
    ],
  ])('%s', async (_, response, fault) => {
    expect((await faultsOf(anyCommand, response)).join('; ')).toMatch(fault);
  });
});
