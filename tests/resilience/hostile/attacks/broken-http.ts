import { gzipSync } from 'node:zlib';
import type { Outcome } from '../tally.ts';
import { type Attack, times } from './attack.ts';
import { rawExchange } from './raw-exchange.ts';

interface Raw {
  readonly name: string;
  readonly expected: readonly Outcome[];
  readonly pieces: (cookie: string) => Iterable<string | Uint8Array>;
  readonly pauseMs?: number;
}

const raw = ({ name, expected, pieces, pauseMs = 0 }: Raw): Attack => ({
  name,
  expected,
  async run({ port, cookie }) {
    const { outcome, text } = await rawExchange({ port, pieces: pieces(cookie), pauseMs });
    const isRefusal = typeof outcome === 'number' && outcome >= 400;
    const isProblem = /^content-type: application\/problem\+json/im.test(text) || text.includes('{"errors":[{');
    return {
      outcome,
      faults: isRefusal && !isProblem && !text.includes('\r\n\r\n<!doctype') ? ['no problem document'] : [],
    };
  },
});

const head = (first: string, ...lines: readonly string[]): string =>
  [first, 'Host: 127.0.0.1', ...lines, '', ''].join('\r\n');
const post = (cookie: string, ...lines: readonly string[]): string =>
  head('POST /api/engagements HTTP/1.1', `Cookie: ${cookie}`, 'Content-Type: application/json', ...lines);
const CLOSE = 'Connection: close';

function* trickle(start: string, piece: string): Generator<string> {
  yield start;
  for (;;) yield piece;
}

const slow: readonly Attack[] = [
  ...times(60, () =>
    raw({
      name: 'a head that never ends',
      expected: [408],
      pieces: () => trickle('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n', 'X-More: 1\r\n'),
      pauseMs: 500,
    }),
  ),
  ...times(20, () => raw({ name: 'a connection that says nothing', expected: [408, 'dropped'], pieces: () => [] })),
  ...times(10, () =>
    raw({
      name: 'a body in pieces without an end',
      expected: [413],
      pieces: (cookie) => trickle(post(cookie, 'Transfer-Encoding: chunked'), `4000\r\n${'x'.repeat(0x4000)}\r\n`),
    }),
  ),
  ...times(10, () =>
    raw({
      name: 'a body in pieces of one byte, too slow to be of use',
      expected: [413, 415],
      pieces: () =>
        trickle(head('POST /graphql HTTP/1.1', 'Content-Type: text/plain', 'Transfer-Encoding: chunked'), '1\r\nx\r\n'),
      pauseMs: 200,
    }),
  ),
];

const lengths: readonly Attack[] = [
  ['ten gigabytes to come', [413], ['Content-Length: 10737418240']],
  ['a negative length', [400], ['Content-Length: -1']],
  ['a length in words', [400], ['Content-Length: many']],
  ['a length in hexadecimal', [400], ['Content-Length: 0x10']],
  ['two lengths', [400], ['Content-Length: 2', 'Content-Length: 3']],
  ['a length and pieces', [400], ['Content-Length: 2', 'Transfer-Encoding: chunked']],
  ['pieces in disguise', [400], ['Transfer-Encoding: xchunked']],
  ['an unknown expectation', [417], ['Expect: miracles', CLOSE]],
].map(([name, expected, lines]) =>
  raw({
    name: name as string,
    expected: expected as Outcome[],
    pieces: (cookie) => [post(cookie, ...(lines as string[])), '{}'],
  }),
);

const bomb = gzipSync(Buffer.alloc(50_000_000, '[')).toString('latin1');

const bodies: readonly Attack[] = [
  raw({
    name: 'a gzip bomb',
    expected: [415],
    pieces: (cookie) => [
      post(cookie, 'Content-Encoding: gzip', `Content-Length: ${bomb.length}`, CLOSE),
      Buffer.from(bomb, 'latin1'),
    ],
  }),
  ...['br', 'deflate', 'zstd', 'identity, gzip', 'x'.repeat(500)].map((encoding) =>
    raw({
      name: 'another compression',
      expected: [415],
      pieces: (cookie) => [post(cookie, `Content-Encoding: ${encoding}`, 'Content-Length: 2', CLOSE), '{}'],
    }),
  ),
  raw({
    name: 'a shorter length than the body has',
    expected: [400],
    pieces: (cookie) => [post(cookie, 'Content-Length: 2'), '{}{"more":1}\r\n\r\n'],
  }),
  ...['/api/engagements', '/graphql', '/import/preview', '/identity/sign-in'].map((path) =>
    raw({
      name: 'a form with a file',
      expected: [400, 415],
      pieces: (cookie) => [
        head(
          `POST ${path} HTTP/1.1`,
          `Cookie: ${cookie}`,
          'Content-Type: multipart/form-data; boundary=b',
          'Content-Length: 75',
          CLOSE,
        ),
        '--b\r\nContent-Disposition: form-data; name="0"; filename="a.txt"\r\n\r\nxx\r\n--b--',
      ],
    }),
  ),
];

const heads: readonly Attack[] = (
  [
    ['nonsense', [400], 'GARBAGE\r\n\r\n'],
    ['the greeting of TLS', [400], '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'.repeat(9)],
    ['the greeting of HTTP/2', [400, 'dropped'], 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP of 1991', [400, 421], 'GET /\r\n\r\n'],
    ['no host', [400], 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['somebody else’s host', [421], 'GET /livez HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'],
    ['an address with another host in it', [200], head('GET http://evil.example/livez HTTP/1.1', CLOSE)],
    ['a very long address', [431], head(`GET /${'a'.repeat(20_000)} HTTP/1.1`)],
    ['a very long header', [431], head('GET /livez HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}`)],
    ['five thousand headers', [431], head('GET /livez HTTP/1.1', ...times(5_000, (at) => `X${at}: 1`))],
    ['a header with NUL', [400], head('GET /livez HTTP/1.1', 'X-Nul: a\u0000b')],
    ['a header without a name', [400], head('GET /livez HTTP/1.1', ': value')],
    ['a header of another request', [400], head('GET /livez HTTP/1.1', 'X-A: b\rX-C: d')],
    ['an unknown method', [400], head('BREW /livez HTTP/1.1')],
    ['a tunnel', ['dropped'], head('CONNECT example.org:443 HTTP/1.1')],
    [
      'a command at an address with another host in it',
      [400, 401, 404],
      head('POST http://evil.example/api/engagements HTTP/1.1', 'Content-Type: application/json', CLOSE),
    ],
    [
      'a question in pieces with nothing in them',
      [200, 400, 405],
      `${head('GET /graphql?query={__typename} HTTP/1.1', 'Transfer-Encoding: chunked', CLOSE)}0\r\n\r\n`,
    ],
    [
      'a header of the body that is said to be about the connection',
      [400, 401],
      `${head('POST /api/engagements HTTP/1.1', 'Content-Length: 2', 'Connection: close, content-length')}{}`,
    ],
    ['TRACE of a question', [405], head('TRACE /graphql HTTP/1.1', CLOSE)],
    ['OPTIONS of a question', [405], head('OPTIONS /graphql HTTP/1.1', CLOSE)],
    ['TRACE', [403, 404], head('TRACE / HTTP/1.1', 'Origin: http://evil.example', CLOSE)],
    ['everything at once', [404], head('OPTIONS * HTTP/1.1', CLOSE)],
    [
      'a broken cookie',
      [200],
      head('GET /identity/persons HTTP/1.1', 'Cookie: demarche_person=%00%ff;;;=;demarche_person', CLOSE),
    ],
    [
      'a cookie in bytes',
      [200],
      head('GET /identity/persons HTTP/1.1', 'Cookie: demarche_person=\u00ff\u00fe.\u00e9', CLOSE),
    ],
    [
      'a cookie given twice',
      [200],
      head('GET /identity/persons HTTP/1.1', 'Cookie: demarche_person=a.b', 'Cookie: demarche_person=c.d', CLOSE),
    ],
    [
      'a thousand cookies',
      [200],
      head('GET /identity/persons HTTP/1.1', `Cookie: ${'demarche_person=x.y; '.repeat(600)}`, CLOSE),
    ],
    [
      'a websocket',
      [404],
      upgrade('websocket', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13'),
    ],
    ['HTTP/2 by upgrade', [404], upgrade('h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__')],
  ] as const
).map(([name, expected, text]) => raw({ name, expected, pieces: () => [Buffer.from(text, 'latin1')] }));

function upgrade(protocol: string, ...lines: readonly string[]): string {
  return head(
    'GET /graphql/live HTTP/1.1',
    'Connection: Upgrade',
    `Upgrade: ${protocol}`,
    ...lines,
    'Accept: text/plain',
  );
}

/** Requests that are no proper HTTP, or take for ever, or mean to be taken for something else. */
export const brokenHttp: readonly Attack[] = [...slow, ...lengths, ...bodies, ...heads];
