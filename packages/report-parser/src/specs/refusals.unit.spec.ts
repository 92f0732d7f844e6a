import { describe, expect, test } from 'vitest';
import { type ParsedNarrative, parseNarrative, splitNarratives } from '../index.ts';
import { COUNTRIES } from './arbitrary-narratives.ts';

const ONE = `KALDARA: Tier 2

The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. Therefore Kaldara remained on Tier 2.

PRIORITIZED RECOMMENDATIONS:

Train the police on the signs of trafficking. • Fund two shelters in Port Selm.

PROSECUTION

The government maintained law enforcement efforts.
`;
const OTHER = ONE.replaceAll('KALDARA', 'VESTRIA').replaceAll('Kaldara', 'Vestria');

function parse(text: string): ParsedNarrative {
  return parseNarrative({ file: 'file', text, countries: COUNTRIES });
}

function refusedBytes(...bytes: number[]): string | undefined {
  return parseNarrative({ file: 'file', bytes: Uint8Array.from(bytes) }).refused?.code;
}

describe('what cannot be read is refused with the reason, the line and what to do', () => {
  test('several countries in one file, which can be split', () => {
    const text = `${ONE}\n${OTHER}`;
    const { refused, parts, recommendations } = parse(text);
    expect(refused).toMatchObject({ code: 'several-narratives', line: 13 });
    expect(refused?.message).toContain('KALDARA (lines 1 to 12), VESTRIA (lines 13 to 23)');
    expect(recommendations).toEqual([]);
    expect(parts?.map(({ name }) => name)).toEqual(['KALDARA', 'VESTRIA']);
    const split = splitNarratives({ file: 'file', text, countries: COUNTRIES });
    const read = split.map((part) => parse(part.text));
    expect(read.map(({ country }) => country?.iso3)).toEqual(['XKD', 'XVS']);
    expect(read[1]?.evidence.tier.line).toBe(15);
  });

  test('several countries on one line, which cannot be split', () => {
    const text = `${ONE} ${OTHER}`.replace(/\s+/g, ' ');
    expect(parse(text).refused?.code).toBe('several-narratives');
    expect(splitNarratives({ file: 'file', text, countries: COUNTRIES })).toEqual([]);
  });

  test('two columns mixed line by line', () => {
    const text = `COUNTRY NARRATIVES 55

NARRATIVES COUNTRY protection, and law enforcement strategies; improve efforts to collect, KALDARA: TIER 2 dedicate resources to support long-term care; continue to tell officials and the The Government of Kaldara does not fully meet the public on the nature of debt bondage minimum standards for the elimination of trafficking.`;
    expect(parse(text)).toMatchObject({
      refused: { code: 'interleaved-columns', line: 3 },
      recommendations: [],
      section: 'absent',
    });
  });

  test('columns with their gap', () => {
    const text = ONE.split(' ')
      .map((_, index, words) => `${words.slice(index, index + 4).join(' ')}          ${words.slice(-4).join(' ')}`)
      .join('\n');
    expect(parse(text).refused?.code).toBe('interleaved-columns');
  });

  test("another agency's report, by its name", () => {
    const report = 'Country Reports on Human Rights Practices\nKaldara\nSee also the report on trafficking in persons.';
    expect(parse(report).refused).toMatchObject({ code: 'another-report', line: 1 });
    expect(parse('GRETA urges the Kaldaran authorities to act.').refused?.code).toBe('another-report');
  });

  test('no narrative at all', () => {
    expect(parse('Flour, milk and two eggs.').refused).toMatchObject({ code: 'no-narrative', line: 1 });
    expect(parse('Recommendations for Kaldara: Buy shares; and sell them.').refused?.code).toBe('no-narrative');
  });

  test('empty, binary, too large', () => {
    expect(parse(' \n\u00a0\n').refused?.code).toBe('empty');
    expect(refusedBytes()).toBe('empty');
    expect(refusedBytes(0x25, 0x50, 0x44, 0x46, 0x2d)).toBe('binary');
    expect(refusedBytes(0x50, 0x4b, 3, 4, 20)).toBe('binary');
    expect(refusedBytes(...Array.from({ length: 200 }, (_, index) => index % 9))).toBe('binary');
    expect(parse('a'.repeat(5_000_001)).refused?.code).toBe('too-large');
  });

  test('and every refusal is a sentence that says what to do', () => {
    const messages = [parse(`${ONE}${OTHER}`), parse('x'), parse(''), parse('a'.repeat(5_000_001))].map(
      ({ refused }) => refused?.message,
    );
    for (const message of messages) expect(message).toMatch(/^[A-Z].{40,}\.$/);
  });
});
