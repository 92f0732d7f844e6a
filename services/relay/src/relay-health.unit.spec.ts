import { BusRefused, BusUnavailable } from '@demarche/messaging';
import { describe, expect, test } from 'vitest';
import { relayHealth } from './relay-health.ts';
import { BusAheadOfRecord } from './run-relay.ts';

/** A relay's health where the record's end and the time are whatever a specification says. */
const observed = () => {
  let [head, seconds] = [0, 0];
  const health = relayHealth({ head: async () => head, now: () => seconds * 1_000 });
  return {
    ...health,
    /** What it says at a second, with the record up to there. */
    async at(second: number, recordedUpTo = head) {
      [seconds, head] = [second, recordedUpTo];
      return health.check();
    },
  };
};

const STUCK = expect.stringMatching(/^More is on record than on the bus, .*: look what this log and that of NATS say$/);

describe('how a relay does', () => {
  test('before it knows how far the bus is: amber, without a number', async () => {
    expect(await observed().at(0, 7)).toEqual({
      status: 'warn',
      position: null,
      lag: null,
      trouble: 'How far the bus is behind the record is not known at the moment',
    });
  });

  test.each([
    ['does not answer', () => new Promise<never>(() => {})],
    ['cannot be read', () => Promise.reject(new Error('no disk'))],
  ])('with a record that %s: amber before anybody goes, without a number', async (_, head) => {
    const health = relayHealth({ head, now: () => 0 });
    health.reached({ position: 7, caughtUp: true });
    expect(await health.check()).toEqual({
      status: 'warn',
      position: 7,
      lag: null,
      trouble: 'How far the bus is behind the record is not known at the moment',
    });
  });

  test('with everything on the bus: green, however long nothing is recorded', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    for (const second of [0, 29, 31, 3_600]) {
      expect(await at(second, 7)).toEqual({ status: 'pass', position: 7, lag: 0 });
    }
  });

  test('behind, but coming nearer: green for as long as that takes', async () => {
    const { reached, at } = observed();
    for (const minute of [0, 1, 2, 3, 4, 5]) {
      reached({ position: minute * 10, caughtUp: false });
      expect(await at(minute * 60, 100)).toEqual({ status: 'pass', position: minute * 10, lag: 100 - minute * 10 });
    }
  });

  test('behind by as much as half a minute ago: amber, and not a moment before', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    expect(await at(0, 10)).toMatchObject({ status: 'pass', lag: 3 });
    expect(await at(29.9, 10)).toMatchObject({ status: 'pass', lag: 3 });
    expect(await at(30, 10)).toEqual({ status: 'warn', position: 7, lag: 3, trouble: STUCK });
  });

  test('behind at the first look after a long silence: green, and amber only half a minute later', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    expect(await at(3_600, 8)).toEqual({ status: 'pass', position: 7, lag: 1 });
    expect(await at(3_629.9, 9)).toMatchObject({ status: 'pass', lag: 2 });
    expect(await at(3_630, 9)).toMatchObject({ status: 'warn', lag: 2 });
  });

  test('fallen far behind after it had caught up, and nearer since: green', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    expect(await at(1, 107)).toMatchObject({ status: 'pass', lag: 100 });
    reached({ position: 57, caughtUp: false });
    expect(await at(30)).toMatchObject({ status: 'pass', lag: 50 });
  });

  test('behind by more and more, though it moves: amber', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    await at(0, 10);
    reached({ position: 12, caughtUp: false });
    expect(await at(30, 20)).toEqual({ status: 'warn', position: 12, lag: 8, trouble: STUCK });
  });

  test('never nearer since it began: amber', async () => {
    const { reached, at } = observed();
    reached({ position: 0, caughtUp: false });
    for (const second of [0, 30]) expect(await at(second, 10)).toMatchObject({ status: 'pass' });
    expect(await at(60, 10)).toMatchObject({ status: 'warn', lag: 10 });
  });

  test('amber, until it comes nearer', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    await at(0, 10);
    expect(await at(30)).toMatchObject({ status: 'warn' });
    expect(await at(31)).toMatchObject({ status: 'warn' });
    reached({ position: 8, caughtUp: false });
    expect(await at(32)).toMatchObject({ status: 'pass', lag: 2 });
  });

  test('amber, until it has caught up', async () => {
    const { reached, at } = observed();
    reached({ position: 7, caughtUp: true });
    await at(0, 10);
    expect(await at(30)).toMatchObject({ status: 'warn' });
    reached({ position: 10, caughtUp: true });
    expect(await at(31)).toEqual({ status: 'pass', position: 10, lag: 0 });
    expect(await at(32, 11)).toMatchObject({ status: 'pass', lag: 1 });
  });

  test('having caught up each time anew: green, though each look finds it behind', async () => {
    const { reached, at } = observed();
    for (const second of [0, 20, 40, 60, 80]) {
      reached({ position: second, caughtUp: true });
      expect(await at(second + 10, second + 1)).toMatchObject({ status: 'pass', lag: 1 });
    }
  });

  test.each([
    new BusAheadOfRecord('The bus holds events up to position 9, the record only up to 7'),
    new BusRefused('The stream DEMARCHE takes messages out of its middle: delete it'),
  ])('what waiting does not help is red, with its sentence: $name', async (error) => {
    const { reached, failed, at } = observed();
    reached({ position: 7, caughtUp: true });
    failed(error);
    expect(await at(0, 7)).toEqual({ status: 'fail', position: 7, lag: 0, trouble: error.message });
    expect(await at(3_600, 7)).toMatchObject({ status: 'fail', trouble: error.message });
  });

  test('the same before it ever reached the bus is red, too', async () => {
    const { failed, at } = observed();
    failed(new BusRefused('JetStream is not enabled'));
    expect(await at(0, 7)).toEqual({ status: 'fail', position: null, lag: null, trouble: 'JetStream is not enabled' });
  });

  test('a bus that is away is told at once, and is amber where it leaves the bus behind for long', async () => {
    const { reached, failed, at } = observed();
    reached({ position: 7, caughtUp: true });
    failed(new BusUnavailable('The bus did not answer in time'));
    const trouble = 'The bus did not answer in time';
    expect(await at(0, 7)).toEqual({ status: 'pass', position: 7, lag: 0, trouble });
    expect(await at(10, 8)).toEqual({ status: 'pass', position: 7, lag: 1, trouble });
    expect(await at(40, 8)).toEqual({ status: 'warn', position: 7, lag: 1, trouble });
  });

  test.each([new BusUnavailable('The bus ended the connection'), new BusRefused('The stream is not as declared')])(
    'trouble is over once the bus is reached: $name',
    async (error) => {
      const { reached, failed, at } = observed();
      failed(error);
      reached({ position: 7, caughtUp: false });
      expect(await at(0, 9)).toEqual({ status: 'pass', position: 7, lag: 2 });
    },
  );

  test('a bus that ends behind the end of the record has no lag', async () => {
    const { reached, at } = observed();
    reached({ position: 9, caughtUp: false });
    expect(await at(0, 7)).toMatchObject({ lag: 0 });
  });
});
