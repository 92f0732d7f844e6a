import { expect, test } from 'vitest';
import { unknownVariables } from './unknown-variables.ts';

test('what any part of Demarche knows is no mistake, nor what is not for Demarche, nor what is empty', () => {
  const one = { DEMARCHE_STORE: 'events.sqlite', DEMARCHE_GATEWAY: 'http://a:1', DEMARCHE_IDENTITY_KEY_FILE: '/key' };
  expect(unknownVariables({ ...one, HOME: '/', PORT: '1', DEMARCHE_STOER: '' })).toBeUndefined();
});

test.each([
  ['DEMARCHE_STOER', 'DEMARCHE_STORE'],
  ['DEMARCHE_STOER_FILE', 'DEMARCHE_STORE_FILE'],
  ['DEMARCHE_OFFICERKEY', 'DEMARCHE_OFFICER_KEY'],
  ['DEMARCHE_BUZ', 'DEMARCHE_BUS'],
  ['DEMARCHE_PROJECTION', 'DEMARCHE_PROJECTIONS'],
])('%s is said to be unknown, and that %s may be meant', (given, meant) => {
  expect(unknownVariables({ [given]: 'a secret' })).toBe(
    `No part of Demarche knows ${given} (is ${meant} meant?): what is given there counts for nothing`,
  );
});

test('several are named in one sentence, and what is like nothing is not guessed at', () => {
  expect(unknownVariables({ DEMARCHE_WEATHER: 'rain', DEMARCHE_PRT: '4801' })).toBe(
    'No part of Demarche knows DEMARCHE_WEATHER, DEMARCHE_PRT (is DEMARCHE_PORT meant?): what is given there counts for nothing',
  );
});
