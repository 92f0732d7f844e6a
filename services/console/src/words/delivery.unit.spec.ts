import { expect, test } from 'vitest';
import { deliveryOf } from './delivery.ts';

type Asked = Parameters<typeof deliveryOf>[0];
const [one, both] = [['XKD'], ['XKD', 'XNB']] as unknown as ReadonlyArray<Asked['countries']>;
const reviews: Asked['reviews'] = [{ delivery: 'limited' }, { delivery: 'complete' }];

test('one country alone bound: its newest review is that of the whole', () => {
  expect(deliveryOf({ delivery: null, countries: one ?? [], reviews })).toBe('complete');
});

test('two countries bound: neither speaks for the other', () => {
  expect(deliveryOf({ delivery: null, countries: both ?? [], reviews })).toBeNull();
});

test('a review of the whole comes before those of countries', () => {
  expect(deliveryOf({ delivery: 'not_started', countries: one ?? [], reviews })).toBe('not_started');
});
