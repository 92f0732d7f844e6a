import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Change, Changes } from './changes.ts';

const heard = () => {
  const changes = new Changes();
  const told: Change[] = [];
  changes.onChange((change) => told.push(change));
  return { changes, told };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

afterEach(() => vi.unstubAllGlobals());

/** The gateway tells of this, and is silent from then on. */
const streamOf = (change: Change): void => {
  const said = `event: next\ndata: ${JSON.stringify({ data: { changes: change } })}\n\n`;
  const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode(said)) });
  vi.stubGlobal('fetch', async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
};

/** Longer than it takes to be told of what the views have taken. */
const LONG = 60_000;

test('given a page that came with its answer, when the views are further, then all is read anew, once', () => {
  const { changes, told } = heard();
  changes.startFrom(7);
  changes.noticePosition(9);
  changes.noticePosition(9);
  vi.advanceTimersByTime(LONG);
  expect(told).toEqual([{ position: 9, countries: [] }]);
});

test('given a page that came with its answer, when the views are where they were, then nothing is read again', () => {
  const { changes, told } = heard();
  changes.startFrom(7);
  changes.noticePosition(7);
  vi.advanceTimersByTime(LONG);
  expect(told).toEqual([]);
});

test('given a page that asked for itself, then where the views are at first means nothing', () => {
  const { changes, told } = heard();
  changes.noticePosition(9);
  vi.advanceTimersByTime(LONG);
  expect(told).toEqual([]);
});

test('given views that have moved on, when nobody says so for a while, then all is read anew, once', () => {
  const { changes, told } = heard();
  changes.noticePosition(9);
  changes.noticePosition(11);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(LONG);
  changes.noticePosition(11);
  vi.advanceTimersByTime(LONG);
  expect(told).toEqual([{ position: 11, countries: [] }]);
});

test('given views that have moved on, when it is said soon after, then what it does not concern is not read again', async () => {
  const { changes, told } = heard();
  changes.noticePosition(9);
  changes.noticePosition(11);
  const change = { position: 11, countries: ['XKD'] };
  streamOf(change);
  const first = new Promise<Change>((resolve) => void changes.onChange(resolve));
  changes.start();
  onTestFinished(() => changes.stop());
  expect(await first).toEqual(change);
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([change]);
});
