import { codeOf, faultsOfRefusal } from '../problem-of.ts';
import { type Attack, times } from './attack.ts';

const post = (name: string, body: string, expected: readonly number[], path = '/api/engagements'): Attack => ({
  name,
  expected,
  async run({ wire, cookie }) {
    const headers = { 'content-type': 'application/json', cookie, 'idempotency-key': crypto.randomUUID() };
    const answer = await wire.send({ path, headers, body });
    const named = codeOf(answer) === 'malformed' || answer.status !== 400 ? [] : [`called ${codeOf(answer)}`];
    return { outcome: answer.status, faults: [...faultsOfRefusal(answer), ...named] };
  },
});

const list = (count: number, entry: string): string => `[${Array<string>(count).fill(entry).join(',')}]`;
const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

const prototypes = [
  '{"__proto__":{"polluted":true}}',
  '{"__proto__":null}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"theirParticipants":[{"__proto__":{"name":"x"}}]}',
  '{"promises":{"__proto__":[]}}',
  '{"toString":1,"valueOf":1,"hasOwnProperty":1,"__defineGetter__":1}',
];

/** A meeting as it should be told, but for one field. */
const meetingWith = (field: string): string =>
  `{"occurredOn":"2026-09-09","countries":["XKD"],"post":"Embassy","theirParticipants":[{"name":"Minister"}],"summary":"Spoke.",${field}}`;

/** JSON that is small on the wire and large in memory, deep, wide, or named after what objects inherit. */
export const intricateBodies: readonly Attack[] = [
  ...prototypes.flatMap((body) => [
    post('prototype keys', body, [400]),
    post('prototype keys', body, [400], '/import/preview'),
    post('prototype keys', body, [400], '/identity/sign-in'),
  ]),
  ...['"__proto__":{"marking":"U"}', '"constructor":{"prototype":{"marking":"U"}}', '"toString":1'].map((field) =>
    post('a command with a prototype key', meetingWith(field), [400]),
  ),
  post('a long list', `{"countries":${list(40_000, '0')}}`, [413]),
  post('a list as long as it may be', `{"countries":${list(9_000, '0')}}`, [400]),
  post('a list of empty objects', `{"theirParticipants":${list(9_000, '{}')}}`, [413]),
  post('many unknown fields', `{${times(9_000, (at) => `"f${at}":1`).join(',')}}`, [400]),
  post('one field of a hundred thousand letters', `{"${'x'.repeat(90_000)}":1}`, [400]),
  post('deep lists', nested(40_000), [413]),
  post('deep objects', nested(15_000, '{"a":', '}').replace(':}', ':1}'), [413]),
  post('a long text', `{"summary":"${'x'.repeat(90_000)}"}`, [400]),
  post('an oversized body', `{"summary":"${'x'.repeat(200_000)}"}`, [413]),
  ...times(6, () =>
    post('an import of three million objects', `{"files":${list(2_700_000, '{}')}}`, [413], '/import/preview'),
  ),
  ...times(6, () => post('an import four million lists deep', nested(4_000_000), [413], '/import/preview')),
  ...times(4, () =>
    post('an import of nine megabytes', `{"files":"${'x'.repeat(9_000_000)}"}`, [413], '/import/preview'),
  ),
];
