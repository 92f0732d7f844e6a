import { describe, expect, test } from 'vitest';
import { addressAt, addressTo, addressWith, listOf, readAddress, tidied, toggled } from './address.ts';
import { matchPath } from './match-path.ts';
import { atOf, dayAhead, isNow, readPoint } from './point-in-time.ts';

const read = (address: string) => readAddress(new URL(address, 'http://console.test'));

describe('the point in time in the address', () => {
  test('given neither date nor switch, then it is now', () => {
    expect(isNow(readPoint(new URLSearchParams('')))).toBe(true);
    expect(atOf(readPoint(new URLSearchParams('')))).toBeUndefined();
  });

  test('given a date alone, then all that is known today about that day', () => {
    expect(atOf(readPoint(new URLSearchParams('on=2019-01-01')))).toEqual({ validTime: '2019-01-01' });
  });

  test('given the switch, then only what was held on that day', () => {
    expect(atOf(readPoint(new URLSearchParams('on=2019-01-01&known=then')))).toEqual({
      validTime: '2019-01-01',
      systemTime: '2019-01-01',
    });
  });

  test.each(['on=2019-02-30', 'on=tomorrow', 'known=then', 'on='])('given %s, then it is now', (search) => {
    expect(isNow(readPoint(new URLSearchParams(search)))).toBe(true);
  });
});

test('given a day that lies ahead, then it is today, and the day can be said', () => {
  const search = new URLSearchParams('on=2031-03-04&known=then');
  expect(isNow(readPoint(search, '2026-11-21'))).toBe(true);
  expect(dayAhead(search, '2026-11-21')).toBe('2031-03-04');
  expect(dayAhead(new URLSearchParams('on=2026-11-21'), '2026-11-21')).toBeNull();
  expect(dayAhead(new URLSearchParams('on=junk'), '2026-11-21')).toBeNull();
});

test.each([
  ['/countries/xkd?on=2019-01-01', '/countries/XKD?on=2019-01-01'],
  ['/countries/XKD?on=junk&known=then&kinds=promise', '/countries/XKD?kinds=promise'],
  ['/engagements/new?country=XKD', '/engagements/new?country=XKD'],
  ['/recommendations/xkd-2026-01/assess', '/recommendations/XKD-2026-01/assess'],
  ['/forums/UNGA-a', '/forums/UNGA-a'],
])('%s stands in the browser as %s', (typed, tidy) => expect(tidied(new URL(typed, 'http://console.test'))).toBe(tidy));

describe('addresses', () => {
  const there = read('/countries?tier=tier-1,tier-3&after=abc&on=2019-01-01&known=then');

  test('another page keeps the point in time, and its own question', () => {
    expect(addressTo('/countries/XKD?pillar=protection#timeline', there.point)).toBe(
      '/countries/XKD?pillar=protection&on=2019-01-01&known=then#timeline',
    );
  });

  test('a changed filter starts again at the first page', () => {
    expect(addressWith(there, { tier: 'tier-2' })).toBe('/countries?tier=tier-2&on=2019-01-01&known=then');
  });

  test('the next page keeps the filter', () => {
    expect(addressWith(there, { after: 'def' })).toContain('tier=tier-1,tier-3&after=def');
  });

  test('back to today leaves the filter', () => {
    expect(addressAt(there, { on: null, known: 'today' })).toBe('/countries?tier=tier-1,tier-3');
  });

  test('a list is read and toggled', () => {
    expect(listOf(there.search, 'tier')).toEqual(['tier-1', 'tier-3']);
    expect(toggled(['tier-1', 'tier-3'], 'tier-1')).toBe('tier-3');
    expect(toggled(['tier-1'], 'tier-3')).toBe('tier-1,tier-3');
  });

  test('a closing slash is the same page', () => {
    expect(read('/countries/').path).toBe('/countries');
    expect(read('/').path).toBe('/');
  });
});

describe('a path', () => {
  test('fits its pattern and gives its names', () => {
    expect(matchPath('/countries/:country', '/countries/XKD')).toEqual({ country: 'XKD' });
    expect(matchPath('/countries/:country', '/countries')).toBeNull();
    expect(matchPath('/countries/:country', '/forums/XKD')).toBeNull();
  });

  test('with a broken escape is still a path', () => {
    expect(matchPath('/forums/:id', '/forums/%E0%A4')).toEqual({ id: '%E0%A4' });
  });
});
