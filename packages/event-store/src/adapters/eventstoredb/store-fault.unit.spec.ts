import {
  AccessDeniedError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { AppendTooLarge, StoreUnavailable } from '../../event-store.ts';
import { DamagedStream } from './damaged-stream.ts';
import { numberOf } from './number-of.ts';
import { isAborted, isConflict, isServerGone, storeFault } from './store-fault.ts';
import { NoAnswer } from './with-patience.ts';

/** An error of gRPC's own, as it comes through where the client does not wrap it. */
const raw = (code: number, message: string) => Object.assign(new Error(message), { code });
const conflict = new WrongExpectedVersionError(null as never, { streamName: 's', current: 3n, expected: 1n });

describe('what the client throws', () => {
  test.each([
    [
      'a server that is away',
      new UnavailableError(raw(14, '14 UNAVAILABLE') as never),
      'away',
      /does not answer\. Look/,
    ],
    ['the same beneath the client', raw(14, '14 UNAVAILABLE: read ECONNRESET'), 'away', /does not answer\. Look/],
    ['no answer in time', new NoAnswer('nothing was heard'), 'away', /does not answer\. Look/],
    [
      'a call cut off by a server that stops',
      raw(13, '13 INTERNAL: Received RST_STREAM with code 0 (Call ended without gRPC status)'),
      'away',
      /does not answer\. Look/,
    ],
    [
      'a server that does not lead any more',
      Object.assign(raw(5, '5 NOT_FOUND: Leader info available'), { type: 'not-leader' }),
      'away',
      /does not answer\. Look/,
    ],
    ['a deadline', raw(4, '4 DEADLINE_EXCEEDED'), 'away', /does not answer\. Look/],
    [
      'a certificate that nobody vouches for',
      raw(14, '14 UNAVAILABLE: self-signed certificate'),
      'away',
      /does not answer \(14 UNAVAILABLE: self-signed certificate\)/,
    ],
    ['no right to write', new AccessDeniedError(), 'read-only', /does not let Demarche in\. Give it the user/],
    ['a wrong password', raw(16, '16 UNAUTHENTICATED'), 'read-only', /does not let Demarche in/],
    ['a stream that was deleted', new StreamDeletedError(undefined as never, 's'), 'damaged', /Demarche never does/],
    [
      'a stream that was cut off',
      new DamagedStream('event 0 of s is missing'),
      'damaged',
      /: event 0 of s is missing\.$/,
    ],
    ['anything else', new UnknownError(raw(2, '2 UNKNOWN: strange') as never), 'away', /reports a fault: 2 UNKNOWN/],
  ])('%s', (_, error, trouble, said) => {
    const told = storeFault(error, 'esdb://host:2113');
    expect(told).toBeInstanceOf(StoreUnavailable);
    expect(told).toMatchObject({ trouble, cause: error, message: expect.stringMatching(said) });
  });

  test('too much for it is the fault of what is appended, not of the store', () => {
    expect(storeFault(new MaxAppendSizeExceededError(undefined as never, 1_048_576), 'esdb://host')).toBeInstanceOf(
      AppendTooLarge,
    );
  });

  test('a fault of the caller, or of ours, comes back as it is', () => {
    for (const error of [
      new TypeError('no such category'),
      new StoreUnavailable('closed'),
      new AppendTooLarge('big'),
    ]) {
      expect(storeFault(error, 'esdb://host')).toBe(error);
    }
  });

  test('a conflict is told apart from every other fault', () => {
    expect([conflict, raw(14, ''), raw(10, ''), new NoAnswer('')].map(isConflict)).toEqual([true, false, false, false]);
    expect([conflict, raw(14, ''), raw(10, ''), new NoAnswer('')].map(isServerGone)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    const aborted = new DeadlineExceededError();
    expect([conflict, raw(14, ''), aborted].map(isAborted)).toEqual([false, false, true]);
    expect(isServerGone(aborted)).toBe(false);
  });
});

test('a position that cannot be counted exactly is refused', () => {
  expect(numberOf(9_007_199_254_740_991n)).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => numberOf(9_007_199_254_740_992n)).toThrow(/9007199254740992 is beyond/);
});
