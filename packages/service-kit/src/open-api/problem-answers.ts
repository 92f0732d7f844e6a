import { schemaNamed } from '@demarche/contracts/interfaces';
import { problem } from '../problem.ts';
import { type ProblemCode, problems } from '../problems.ts';

/** A code with which a request can be refused, and what it means in a few words. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

/** What is answered before anything is known of the request: it has no correlation id yet to send back. */
const beforeItIsRead: readonly string[] = [
  'too-slow',
  'expectation-unknown',
  'headers-too-large',
] satisfies readonly ProblemCode[];

/** What any request can meet on its way, whatever it asks for. */
const onTheWay: readonly ProblemCode[] = [
  'unreadable',
  'too-slow',
  'expectation-unknown',
  'host-unknown',
  'headers-too-large',
  'internal-error',
  'stopping',
  'gateway-unavailable',
];

/** What anything that is sent can meet. */
const withBody: readonly ProblemCode[] = [
  ...onTheWay,
  'malformed',
  'not-json',
  'foreign-origin',
  'too-large',
  'too-intricate',
  'compressed',
  'unsupported-media-type',
];

/** What is answered elsewhere than to commands. */
const notToCommands: readonly ProblemCode[] = [
  'not-found',
  'method-not-allowed',
  'not-a-service',
  'view-unknown',
  'busy',
  'views-unavailable',
  'rebuild-under-way',
  'rebuild-needed',
];

const codes = Object.keys(problems) as readonly ProblemCode[];

/** Of which kind a request is, by what it can be refused for beside rules of its own. */
const refusalsOf = {
  reading: onTheWay,
  signIn: withBody,
  preview: [...withBody, 'not-signed-in', 'busy', 'views-unavailable'],
  previewReading: [...onTheWay, 'not-signed-in', 'views-unavailable'],
  command: codes.filter((code) => !notToCommands.includes(code)),
} as const satisfies Record<string, readonly ProblemCode[]>;

const refusal = (code: ProblemCode): Refusal => ({ code, status: problems[code][0], title: problems[code][1] });

const SAMPLE = 'visit-42';

type Kind = keyof typeof refusalsOf;

/** One answer for each status. What every request of the kind can be refused for stands once, among the parts. */
export const problemAnswers = (kind: Kind, ofItsOwn: readonly Refusal[] = []): Readonly<Record<string, object>> => ({
  ...Object.fromEntries(
    [...byStatus(kind).keys()].map((status) => [status, { $ref: `#/components/responses/${partName(kind, status)}` }]),
  ),
  ...Object.fromEntries(
    [...Map.groupBy(ofItsOwn, ({ status }) => status)].map(([status, own]) => [
      status,
      answerFor(status, [...own, ...(byStatus(kind).get(status) ?? [])]),
    ]),
  ),
});

/** The answers that `problemAnswers` points to. */
export const problemParts = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    (Object.keys(refusalsOf) as Kind[]).flatMap((kind) =>
      [...byStatus(kind)].map(([status, refusals]) => [partName(kind, status), answerFor(status, refusals)]),
    ),
  );

const byStatus = (kind: Kind): ReadonlyMap<number, readonly Refusal[]> =>
  Map.groupBy(refusalsOf[kind].map(refusal), ({ status }) => status);

const partName = (kind: Kind, status: number): string => `${kind}Refused${status}`;

const answerFor = (status: number, refusals: readonly Refusal[]): object => ({
  description: `${meaningOf[status] ?? 'Refused.'}\n\n${refusals.map(({ code, title }) => `* \`${code}\`: ${title}`).join('\n')}`,
  headers: {
    ...(refusals.every(({ code }) => beforeItIsRead.includes(code)) ? {} : correlationId),
    ...headersOf[status],
  },
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          schemaNamed('ProblemDocument'),
          { properties: { status: { const: status }, code: { enum: refusals.map(({ code }) => code) } } },
        ],
      },
      ...exampleAmong(refusals),
    },
  },
});

const correlationId = { 'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' } };

const meaningOf: Readonly<Record<number, string>> = {
  400: 'The request is faulty. `errors` names each faulty field.',
  401: 'Nobody is signed in.',
  403: 'Whoever asks may not.',
  404: 'Something that the request names is not on record.',
  408: 'The request took too long to arrive.',
  409: 'A rule refuses it. Nothing was recorded.',
  412: 'The record has moved on since the revision named in `If-Match`. Nothing was recorded.',
  413: 'The request is too large.',
  415: 'The body is not plain JSON.',
  417: 'The header `Expect` cannot be met.',
  421: 'Demarche does not answer to the name in the header `Host`.',
  422: 'The key was used before for something else. Nothing was recorded.',
  431: 'The address or the headers are too long.',
  500: 'A fault of ours. Sending the same again is safe, a command with the same key.',
  503: 'It cannot be done at the moment. Send the same again after the time that `Retry-After` names, a command with the same key.',
};

const headersOf: Readonly<Record<number, object>> = {
  412: { ETag: { $ref: '#/components/headers/ETag' } },
  503: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
};

/** The rules of a command say in `detail` what they found; what every request can meet says always the same. */
const exampleAmong = (refusals: readonly Refusal[]): object => {
  const known = refusals.find(({ code }) => Object.hasOwn(problems, code));
  return known ? { example: problem(known.code as ProblemCode, SAMPLE).problem } : {};
};
