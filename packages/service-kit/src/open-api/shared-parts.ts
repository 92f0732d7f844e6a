import type { CommandAnswer } from '@demarche/contracts';
import { schemaNamed } from '@demarche/contracts/interfaces';
import { requestHeaders } from '../request-headers.ts';
import { sessionCookie } from '../sign-in.ts';

const written = (pattern: RegExp): object => ({ type: 'string', pattern: pattern.source });

const answer: CommandAnswer = {
  subject: 'XKD-2026',
  location: '/countries/XKD',
  revision: 0,
  position: 4711,
  recorded: true,
  repeated: false,
  events: [{ eventId: 'b3f1c2de-5f0a-5a8e-9d0b-0f6a7c1e2d34', type: 'CountryReportPublished', entry: null }],
};

const header = (description: string, schema: object, example: unknown): object => ({ description, schema, example });

const commandAnswer = (description: string, example: CommandAnswer): object => ({
  description,
  headers: Object.fromEntries(
    Object.entries({
      Location: 'Location',
      ETag: 'ETag',
      'X-Position': 'Position',
      'X-Correlation-Id': 'CorrelationId',
    }).map(([name, part]) => [name, { $ref: `#/components/headers/${part}` }]),
  ),
  content: { 'application/json': { schema: schemaNamed('CommandAnswer'), example } },
});

/** Parts that many operations point to. */
export const sharedParts = {
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: sessionCookie,
      description: 'Set by `POST /identity/sign-in`. It says who asks, on this installation and no other.',
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'A fresh lower-case UUID for each command, and the same one on every retry of it.',
      schema: written(requestHeaders.idempotencyKey),
      example: '0f6c1f0e-3a57-4c57-9d1e-6a4c4d8d2b11',
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: false,
      description:
        'The `ETag` of the record as you saw it. If it has moved on, nothing is recorded and the answer is 412.',
      schema: written(requestHeaders.ifMatch),
      example: 'W/"3"',
    },
    CorrelationId: {
      name: 'X-Correlation-Id',
      in: 'header',
      required: false,
      description: 'Names what the request belongs to. One that is not written so is replaced, never refused.',
      schema: written(requestHeaders.correlationId),
      example: 'visit-42',
    },
  },
  headers: {
    Location: header('Where the record is to be read: the path of its page.', { type: 'string' }, '/countries/XKD'),
    ETag: header('The revision that the record has now, for `If-Match`.', written(requestHeaders.ifMatch), 'W/"0"'),
    Position: header(
      'Where the whole record stands with it. As `minPosition` of a query it makes sure that you read your own write.',
      { type: 'string', pattern: '^\\d+$' },
      '4711',
    ),
    CorrelationId: header(
      'Yours, where you sent one; else one made for this request. It stands in the log.',
      written(requestHeaders.correlationId),
      'visit-42',
    ),
    RetryAfter: header('In how many seconds it is worth trying again.', { type: 'string', pattern: '^\\d+$' }, '2'),
    SetCookie: header('The cookie that says who asks.', { type: 'string' }, `${sessionCookie}=…; Path=/; HttpOnly`),
  },
  responses: {
    Recorded: commandAnswer(
      'Recorded, and on disk. The same command sent again with the same key is answered so, too, with `repeated`.',
      answer,
    ),
    NothingToRecord: commandAnswer('It held already; nothing was recorded.', {
      ...answer,
      recorded: false,
      events: [],
    }),
  },
} as const;
