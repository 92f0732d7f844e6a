import type { CountryCode, ReportToPublish } from '@demarche/contracts';
import { expect, test } from 'vitest';
import { importKey } from './import-key.ts';

const report: ReportToPublish = {
  country: 'XKD' as CountryCode,
  countryName: 'Kaldara',
  reportYear: 2024,
  section: 'complete',
  recommendations: [{ text: 'Enact the draft law.' }],
};

test('is a lower-case UUID', () => {
  expect(importKey(report)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('is the same for the same report, on any day and any machine', () => {
  expect(importKey(structuredClone(report))).toBe('b447193a-64cc-8d35-a3b2-11ee7b09b653');
});

test.each([
  ['country', { country: 'XSE' as CountryCode }],
  ['year', { reportYear: 2025 }],
  ['text', { recommendations: [{ text: 'Enact the law.' }] }],
  ['day of publication', { publishedOn: '2024-06-24' }],
])('is another for another %s', (_what, change) => {
  expect(importKey({ ...report, ...change })).not.toBe(importKey(report));
});
