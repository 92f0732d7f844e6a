import { faultsOfRefusal } from '../problem-of.ts';
import type { Attack } from './attack.ts';

const addresses = [
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/%2e%2e/index.html',
  '/assets/%00',
  '/assets/__proto__',
  '/assets/constructor',
  '/%c0%ae%c0%ae/etc/passwd',
  '/%E0%A4%A',
  '/%ED%A0%80',
  '/%',
  '//api//engagements',
  '/API/engagements',
  '/Api/Engagements/',
  '/api//engagements',
  '/api%2Fengagements',
  '/%61pi/engagements',
  '/Graphql',
  '/GRAPHQL/',
  '//graphql',
  '/graphql/',
  '/graphql%2F',
  '/Identity/Sign-In',
  '/identity//sign-in',
  '/Import/Preview',
  '/import/preview/',
  '/import%2Fpreview',
  '/OPERATOR/projections/',
  '/api/./engagements',
  '/api/engagements;a=b',
  '/api/engagements/..',
  '/api/__proto__',
  '/api/constructor/prototype',
  '/api/recommendations/%2e%2e%2f%2e%2e/assessments',
  '/api/recommendations/XKD-2024-01%00/assessments',
  '/api/recommendations/XKD-2024-01%0a/assessments',
  '/api/recommendations/%EF%BC%B8KD-2024-01/assessments',
  '/api/recommendations/XKD%E2%80%8B-2024-01/assessments',
  '/api/recommendations/%E2%80%AEXKD-2024-01/assessments',
  '/api/recommendations/XKD-%D9%A2%D9%A0%D9%A2%D9%A4-01/assessments',
  `/api/recommendations/${'X'.repeat(8_000)}/assessments`,
  `/${'a/'.repeat(4_000)}`,
  '/.git/config',
  '/.env',
  '/events.sqlite',
  '/identity.key',
  '/operator/../identity.key',
  '/graphql?query={__typename}&__proto__[a]=1&constructor[prototype][a]=1',
  '/graphql?query[]=a&query[]=b&variables[__proto__]=1',
  '/graphql?query=%7B__typename%7D&variables=%7B%22__proto__%22%3A1%7D',
  '/graphql?query=mutation%7B__typename%7D',
  `/graphql?${'a=1&'.repeat(3_000)}`,
  '/readyz?__proto__.status=fail',
  '/import/countries?__proto__=1',
];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const TYPES = ['text/html', 'application/json'];

/** Every address by every method, as a browser and as a program asks. */
export const strangeAddresses: readonly Attack[] = METHODS.flatMap((method) =>
  TYPES.flatMap((accept) =>
    addresses.map(
      (path): Attack => ({
        name: `${method} of a strange address, for ${accept}`,
        expected: [200, 204, 400, 401, 403, 404, 405, 406, 413, 415],
        async run({ wire, cookie }) {
          const headers = { accept, cookie, 'content-type': 'application/json' };
          const answer = await wire.send({ method, path, headers, body: method === 'POST' ? '{}' : '' });
          const { status, text } = answer;
          const isOurs =
            status >= 400 && method !== 'HEAD' && !/^\/graphql/i.test(path) && !text.startsWith('<!doctype');
          return {
            outcome: status,
            faults: [
              ...(isOurs ? faultsOfRefusal(answer) : []),
              ...(/root:|"devDependencies"|SQLite format/.test(text) ? ['gave a file away'] : []),
            ].map((fault) => `${path} ${fault}`),
          };
        },
      }),
    ),
  ),
);
