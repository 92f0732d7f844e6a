import { expect, test } from 'vitest';
import { type ConsoleConfig, knownPerson } from './session.ts';

const config: ConsoleConfig = { marking: 'UNCLASSIFIED', demonstration: true, drafts: 'device' };
const ines = { id: 'ines.okafor', name: 'Ines Okafor', role: 'Embassy officer', post: 'Embassy Kaldara' };

test('given the person before the installation, then no form opens yet: it would not know where its draft is', () => {
  expect(knownPerson(null, ines)).toBeUndefined();
  expect(knownPerson(null, null)).toBeUndefined();
});

test('given both, then the person is known, or that there is none', () => {
  expect(knownPerson(config, ines)).toBe(ines);
  expect(knownPerson(config, null)).toBeNull();
  expect(knownPerson(config, undefined)).toBeUndefined();
});
