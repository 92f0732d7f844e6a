import { StoreUnavailable } from '@demarche/event-store';
import { BusUnavailable } from '@demarche/messaging';
import { describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';

const written = (form: 'json' | 'readable', fields: object, message = 'appended'): string => {
  const lines: string[] = [];
  createLogger({ service: 'recommendations', form, destination: { write: (line) => lines.push(line) } }).info(
    fields,
    message,
  );
  return lines.join('');
};

test('a machine reads one JSON object a line', () => {
  expect(JSON.parse(written('json', { position: 7 }))).toMatchObject({
    level: 30,
    service: 'recommendations',
    position: 7,
    msg: 'appended',
  });
});

test('a person reads time, level, what happened and what tells it apart', () => {
  expect(written('readable', { position: 7, correlationId: 'visit-42' })).toMatch(
    /^\d\d:\d\d:\d\d info {2}appended position=7 correlationId=visit-42\n$/,
  );
});

test('a person reads where a fault came from', () => {
  expect(written('readable', { err: new RangeError('too far') })).toMatch(/RangeError: too far\n {4}at /);
});

describe.each([
  new BusUnavailable('The bus cannot be reached'),
  new StoreUnavailable('The disk is full', { trouble: 'full', cause: new Error('database or disk is full') }),
])('given what is away is no fault of the program, as with $name', (err) => {
  test('then a machine reads the sentence, and not where it was noticed', () => {
    const told = JSON.parse(written('json', { err })).err;
    expect(told).toMatchObject({ type: err.name, message: expect.stringContaining(err.message) });
    expect(told).not.toHaveProperty('stack');
  });

  test('then a person reads it in the same line', () => {
    expect(written('readable', { err })).toMatch(new RegExp(`appended: ${err.message}.*\n$`));
  });
});

test('a fault of the program keeps its stack for a machine, too', () => {
  expect(JSON.parse(written('json', { err: new RangeError('too far') })).err).toMatchObject({
    type: 'RangeError',
    message: 'too far',
    stack: expect.stringMatching(/^RangeError: too far\n {4}at /),
  });
});

describe.each(['json', 'readable'] as const)('%s never holds', (form) => {
  test.each([
    [{ authorization: 'CANARY' }],
    [{ headers: { cookie: 'CANARY' } }],
    [{ request: { headers: { authorization: 'CANARY' } } }],
    [{ request: { body: { note: 'CANARY' } } }],
    [{ variables: { note: 'CANARY' } }],
  ])('%j', (fields) => {
    expect(written(form, fields)).toContain('[redacted]');
    expect(written(form, fields)).not.toContain('CANARY');
  });
});
