import { expect, test } from 'vitest';
import { type Change, Changes } from './changes.ts';

const heard = () => {
  const changes = new Changes();
  const told: Change[] = [];
  changes.onChange((change) => told.push(change));
  return { changes, told };
};

test('given a page that came with its answer, when the views are further, then all is read anew, once', () => {
  const { changes, told } = heard();
  changes.startFrom(7);
  changes.noticePosition(9);
  changes.noticePosition(10);
  expect(told).toEqual([{ position: 9, countries: [] }]);
});

test('given a page that came with its answer, when the views are where they were, then nothing is read again', () => {
  const { changes, told } = heard();
  changes.startFrom(7);
  changes.noticePosition(7);
  changes.noticePosition(8);
  expect(told).toEqual([]);
});

test('given a page that asked for itself, then positions mean nothing', () => {
  const { changes, told } = heard();
  changes.noticePosition(9);
  expect(told).toEqual([]);
});
