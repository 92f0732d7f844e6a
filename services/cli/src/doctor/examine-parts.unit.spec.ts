import { expect, test } from 'vitest';
import { examineParts } from './examine-parts.ts';

test('one process with everything has no parts that are not known better', () => {
  const checks = { store: { status: 'pass' }, projections: { status: 'pass', lag: 0 } };
  expect(examineParts(checks, ['store', 'projections'])).toEqual([]);
});

test('of a gateway each service and each replica is looked at, and what is wrong is said', () => {
  const checks = {
    projections: {
      status: 'warn',
      replicas: [
        { address: 'http://projections-1:4804', status: 'pass' },
        { address: 'http://projections-2:4804', status: 'fail', error: 'it does not answer: ECONNREFUSED' },
      ],
    },
    engagements: { status: 'warn', address: 'http://engagements:4802', error: 'it does not answer: ECONNREFUSED' },
    commitments: { status: 'warn', address: 'http://commitments:4803' },
    bus: { status: 'pass' },
  };
  expect(examineParts(checks, ['store', 'projections'])).toEqual([
    { state: 'fine', about: 'projections', sentence: 'http://projections-1:4804: ready' },
    { state: 'look', about: 'projections', sentence: 'http://projections-2:4804: it does not answer: ECONNREFUSED' },
    { state: 'look', about: 'engagements', sentence: 'http://engagements:4802: it does not answer: ECONNREFUSED' },
    {
      state: 'look',
      about: 'commitments',
      sentence: 'http://commitments:4803: works, and has something to tell: ask its own /readyz',
    },
    { state: 'fine', about: 'bus', sentence: 'ready' },
  ]);
});

test('of a console, what is wrong behind its gateway is said as well', () => {
  const replicas = [{ address: 'http://projections:4804', status: 'fail', error: 'it does not answer' }];
  const behind = [
    { name: 'projections', status: 'fail', replicas },
    { name: 'bus', status: 'warn', trouble: 'The bus does not answer' },
  ];
  expect(examineParts({ gateway: { status: 'warn', behind } }, ['projections'])).toEqual([
    { state: 'wrong', about: 'gateway', sentence: 'projections: http://projections:4804: it does not answer' },
    { state: 'look', about: 'gateway', sentence: 'bus: The bus does not answer' },
  ]);
});

test('where every replica is away, something is wrong', () => {
  const replicas = [
    { address: 'http://projections-1:4804', status: 'fail', error: 'it does not answer: ECONNREFUSED' },
  ];
  expect(examineParts({ projections: { status: 'fail', replicas } }, ['projections'])).toMatchObject([
    { state: 'wrong' },
  ]);
});

test('a check of a kind that nobody thought of is not taken for sound', () => {
  expect(examineParts({ moon: { status: 'eclipsed' } }, [])).toEqual([
    { state: 'wrong', about: 'moon', sentence: 'not ready: ask its own /readyz' },
  ]);
});
