import { schemaNamed } from '@demarche/contracts/interfaces';
import { demonstrationPersons } from '../demonstration-persons.ts';
import { sessionCookie } from '../sign-in.ts';
import { problemAnswers } from './problem-answers.ts';

/** Nobody has to be signed in. */
const open = { security: [] };

const correlationId = { 'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' } };

const json = (name: string, example?: unknown): object => ({
  'application/json': { schema: schemaNamed(name), ...(example === undefined ? {} : { example }) },
});

const answered = (description: string, name: string, example?: unknown): object => ({
  description,
  headers: correlationId,
  content: json(name, example),
});

const [person] = demonstrationPersons;

/** Signing in, looking at an import beforehand, reading and health: what is no command. */
export const otherPaths: Readonly<Record<string, object>> = {
  '/identity/persons': {
    get: {
      operationId: 'listPersons',
      tags: ['identity'],
      summary: 'Who can be chosen, and who was',
      ...open,
      responses: {
        200: answered('The persons, and the one signed in or null.', 'SignInChoice', {
          persons: [person],
          signedIn: null,
        }),
        ...problemAnswers('reading'),
      },
    },
  },
  '/identity/sign-in': {
    post: {
      operationId: 'signIn',
      tags: ['identity'],
      summary: 'Choose who you are',
      description: `The answer sets the cookie \`${sessionCookie}\`, which every request below has to carry.`,
      ...open,
      requestBody: { required: true, content: json('SignIn', { personId: person?.id }) },
      responses: {
        200: {
          ...answered('Who was chosen.', 'Officer', person),
          headers: { ...correlationId, 'Set-Cookie': { $ref: '#/components/headers/SetCookie' } },
        },
        ...problemAnswers('signIn'),
      },
    },
  },
  '/identity/sign-out': {
    post: {
      operationId: 'signOut',
      tags: ['identity'],
      summary: 'Be nobody again',
      ...open,
      responses: {
        204: {
          description: 'The cookie is taken back.',
          headers: { ...correlationId, 'Set-Cookie': { $ref: '#/components/headers/SetCookie' } },
        },
        ...problemAnswers('signIn'),
      },
    },
  },
  '/import/preview': {
    post: {
      operationId: 'previewImport',
      tags: ['import'],
      summary: 'What bringing in files would do',
      description:
        'Reads saved country narratives (HTML or text) and holds them against what is on record. Nothing is recorded: a row’s `report` is the body of `publishCountryReport` that would bring it in.',
      requestBody: {
        required: true,
        content: json('ImportPreviewRequest', {
          files: [{ name: '2026-kaldara.txt', contentBase64: 'S0FMREFSQSAoVGllciAyKQ==' }],
          hints: { country: 'XKD', countryName: 'Kaldara', reportYear: 2026 },
        }),
      },
      responses: {
        200: answered('A row for each narrative.', 'ImportPreview'),
        ...problemAnswers('preview'),
      },
    },
  },
  '/import/countries': {
    get: {
      operationId: 'listCountriesOnRecord',
      tags: ['import'],
      summary: 'The countries on record',
      description: 'For whoever reads files elsewhere: a country that no register holds is understood by this list.',
      responses: {
        200: answered('The countries.', 'CountriesOnRecord', { countries: [{ iso3: 'XKD', name: 'Kaldara' }] }),
        ...problemAnswers('previewReading'),
      },
    },
  },
  '/graphql': {
    post: {
      operationId: 'graphql',
      tags: ['reading'],
      summary: 'Ask with GraphQL',
      description:
        'Every view at any date, every command as a mutation, live changes as a subscription (`Accept: text/event-stream`). The schema says what can be asked; faults stand in `errors`, each with a `code` in its `extensions`. Where nothing of it could be had because what it is asked of is away, the answer is 503 with `Retry-After`, and `extensions.problem` holds the problem document.',
      requestBody: {
        required: true,
        content: json('GraphqlRequest', { query: '{ viewer { name role post } }' }),
      },
      responses: {
        default: {
          description: 'GraphQL over HTTP: `data`, `errors`, or a refusal of the whole request.',
          content: {
            'application/graphql-response+json': { schema: schemaNamed('GraphqlAnswer') },
            'application/json': { schema: schemaNamed('GraphqlAnswer') },
            'application/problem+json': { schema: schemaNamed('ProblemDocument') },
          },
        },
      },
    },
  },
  '/livez': {
    get: {
      operationId: 'isAlive',
      tags: ['health'],
      summary: 'Whether the process turns',
      ...open,
      responses: { 200: answered('It does.', 'Liveness', { status: 'pass' }), ...problemAnswers('reading') },
    },
  },
  '/readyz': {
    get: {
      operationId: 'isReady',
      tags: ['health'],
      summary: 'Whether Demarche can do its work now',
      description:
        '`warn` is still ready: it works, and somebody should look. Which checks there are depends on how Demarche is set up; each has a `status` and whatever explains it.',
      ...open,
      responses: {
        ...problemAnswers('reading'),
        200: answered('It can.', 'Readiness', { status: 'pass', checks: { store: { status: 'pass', head: 4711 } } }),
        503: answered('It cannot, or is stopping.', 'Readiness', {
          status: 'fail',
          checks: { store: { status: 'fail', error: 'The record cannot be reached' } },
        }),
      },
    },
  },
};
