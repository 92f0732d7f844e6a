import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainNarrative, type ParsedNarrative, parseNarrative } from '../index.ts';
import { writeNarrative } from '../narrative-forms/index.ts';
import { COUNTRIES, narratives, type Written } from './arbitrary-narratives.ts';
import { encode } from './encodings.ts';

const RUNS = { numRuns: 1000 };

function parse(text: string): ParsedNarrative {
  return parseNarrative({ file: 'narrative', text, countries: COUNTRIES });
}

function itemsOf({ recommendations }: ParsedNarrative): string[] {
  return recommendations.map(({ text }) => text);
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('every form of a narrative, crossed with every separator, wrapper, container and tier sentence', () => {
  test('reads back what was written', () => {
    fc.assert(
      fc.property(narratives, ({ facts, form }) => {
        const { text, items } = writeNarrative(facts, form);
        const parsed = parse(text);
        expect(parsed.refused).toBeNull();
        expect(parsed.country).toEqual(facts.country);
        expect(parsed.reportYear).toBe(facts.year);
        expect(parsed.tier).toMatchObject(facts.tier);
        expect(itemsOf(parsed).map(folded)).toEqual(items.map(folded));
        expect(parsed.section).toBe('complete');
      }),
      RUNS,
    );
  });

  test('reads the same from every encoding', () => {
    const encodings = fc.constantFrom(
      'utf-8' as const,
      'utf-16le' as const,
      'utf-16be' as const,
      'windows-1252' as const,
    );
    fc.assert(
      fc.property(narratives, encodings, ({ facts, form }, encoding) => {
        const { text } = writeNarrative(facts, form);
        const fromBytes = parseNarrative({ file: 'narrative', bytes: encode(text, encoding), countries: COUNTRIES });
        expect(fromBytes).toEqual(parse(text));
      }),
      { numRuns: 300 },
    );
  });

  test('reads the same whatever ends a line, and whatever invisible signs stand in it', () => {
    fc.assert(
      fc.property(narratives, ({ facts, form }) => {
        const { text } = writeNarrative(facts, form);
        const changed = text
          .replaceAll('labor', 'la\u00adbor')
          .replaceAll(' of ', '\u00a0of ')
          .replaceAll('\n', '\r\n');
        expect(parse(changed)).toEqual(parse(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a narrative that was damaged', () => {
  test('cut anywhere, gives no item that was not written, and never says that it is complete', () => {
    fc.assert(
      fc.property(narratives, fc.double({ min: 0, max: 1, noNaN: true }), (written, share) => {
        const { text, items } = writeNarrative(written.facts, written.form);
        const cut = text.slice(0, Math.floor(text.length * share));
        const parsed = parse(cut);
        const whole = items.map(folded);
        expect(itemsOf(parsed).map(folded)).toEqual(whole.slice(0, parsed.recommendations.length));
        expect(parsed.section === 'complete' ? parsed.recommendations.length : items.length).toBe(items.length);
        expectNothingSilent(parsed, written);
      }),
      RUNS,
    );
  });

  test('after another narrative in the same file, is refused', () => {
    fc.assert(
      fc.property(narratives, narratives, (one, other) => {
        const text = `${plainText(one)}\n\n${plainText(other)}`;
        const parsed = parse(text);
        expect(parsed.refused?.code).toBe('several-narratives');
        expect(parsed.recommendations).toEqual([]);
        expect(parsed.parts?.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });

  test('under a menu of the page, reads as without it', () => {
    const menu =
      'Skip to content\nPrioritized Recommendations\nProsecution\nProtection\nPrevention\nTier 1\nTier 2\nTier 3\n\n';
    fc.assert(
      fc.property(narratives, (written) => {
        const text = plainText(written);
        const { recommendations, tier, country } = parse(menu + text);
        const without = parse(text);
        expect({ recommendations, tier, country }).toEqual({
          recommendations: without.recommendations,
          tier: without.tier,
          country: without.country,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever the file holds', () => {
  const shards = [
    'KALDARA: Tier 2 ',
    'The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking',
    'PRIORITIZED RECOMMENDATIONS:\n',
    'Recommendations for Kaldara: ',
    'therefore Kaldara remained on Tier 2 Watch List for the ',
    'Train police; and ',
    ' • ',
    '<li>',
    '</ul><p>',
    '<script>',
    '(“',
    'Special Case: ',
    '\n\n',
    '. ',
    '# source: https://x.example/2020-trafficking-in-persons-report/kaldara/\n',
  ];

  test('it is read or refused, never thrown at', () => {
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }).map((text) => encode(text, 'utf-16le')),
      fc.array(fc.constantFrom(...shards), { maxLength: 40 }).map((parts) => encode(parts.join(''), 'utf-8')),
    );
    fc.assert(
      fc.property(file, (bytes) => {
        const input = { file: 'any', bytes, countries: COUNTRIES };
        const parsed = parseNarrative(input);
        expect(parsed.refused === null ? [] : parsed.recommendations).toEqual([]);
        expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
        expect(explainNarrative(input).every(({ takenFor }) => takenFor.length > 0)).toBe(true);
      }),
      RUNS,
    );
  });
});

function plainText({ facts, form }: Written): string {
  return writeNarrative(facts, { ...form, container: 'text' }).text;
}

/** A field that is not what was written is null, or a warning speaks of it. */
function expectNothingSilent(parsed: ParsedNarrative, { facts }: Written): void {
  const right =
    (parsed.country === null || parsed.country.iso3 === facts.country.iso3) &&
    (parsed.reportYear === null || parsed.reportYear === facts.year) &&
    (parsed.tier === null || parsed.tier.value === facts.tier.value);
  expect(right || parsed.refused !== null || parsed.warnings.length > 0).toBe(true);
}
