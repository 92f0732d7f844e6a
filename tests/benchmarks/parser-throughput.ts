import { type CountryEntry, parseNarrative } from '@demarche/report-parser';
import { type NarrativeFacts, type NarrativeForm, writeNarrative } from '@demarche/report-parser/narrative-forms';
import { parse as parseHtml } from 'parse5';

/**
 * Narratives a second on one core, against parse5 alone on the same bytes, and the time hostile input takes as it grows:
 * one JSON line per figure. Run by itself: `node tests/benchmarks/parser-throughput.ts`.
 */
const KALDARA = { iso3: 'XKD', name: 'Kaldara' };
const COUNTRIES: readonly CountryEntry[] = [KALDARA];
const ROUNDS = 6;
const ROUND_MILLISECONDS = 400;
const TARGET = 2000;

function main(): void {
  throughput('excerpt', 'text', 2);
  throughput('excerpt', 'html', 2);
  throughput('whole narrative', 'text', 20);
  throughput('whole narrative', 'html', 20);
  for (const [name, unit] of Object.entries(HOSTILE)) growth(name, unit);
}

function throughput(what: string, container: 'text' | 'html', kilobytes: number): void {
  const files = Array.from({ length: 64 }, (_, index) => encode(narrative(2008 + (index % 18), container, kilobytes)));
  const bytes = files.reduce((sum, file) => sum + file.length, 0) / files.length;
  const decoder = new TextDecoder();
  const [baseline, ours] = fastest(files, [
    (file) => parseHtml(decoder.decode(file)),
    (file) => parseNarrative({ file: 'bench', bytes: file, countries: COUNTRIES }),
  ]);
  print({
    figure: `parser: narratives a second, ${what}, ${container}`,
    value: Math.round(ours),
    unit: '1/s',
    target: TARGET,
    baseline: 'parse5 on the same bytes',
    baselineValue: Math.round(baseline),
    ratio: round(ours / baseline),
    bytes: Math.round(bytes),
  });
}

type Work = (file: Uint8Array) => unknown;

/** Both in turn, so that whatever else the machine does falls on both; the best round of each counts. */
function fastest(files: readonly Uint8Array[], works: readonly [Work, Work]): [number, number] {
  const best: [number, number] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    best[0] = Math.max(best[0], perSecond(files, works[0]));
    best[1] = Math.max(best[1], perSecond(files, works[1]));
  }
  return best;
}

function perSecond(files: readonly Uint8Array[], work: Work): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ROUND_MILLISECONDS) {
    for (const file of files) work(file);
    done += files.length;
  }
  return done / ((performance.now() - start) / 1000);
}

const HOSTILE: Record<string, string> = {
  'one line of letters': 'a',
  spaces: '   ',
  bullets: ' • ',
  semicolons: 'increase; ',
  'full stops without space': 'terms.Increase ',
  'tier headings': 'KALDARA: Tier 2 ',
  'tier headings on lines': 'KALDARA: Tier 2\n',
  'opening sentences':
    'The Government of Kaldara does not fully meet the minimum standards for the elimination of trafficking. ',
  'placements that never end': 'is is remained on on was placed on to ',
  'placements without end': 'therefore Kaldara remained on Tier 2 ',
  'adverbs without verb': 'fully ',
  articles: 'the ',
  'list headings': 'PRIORITIZED RECOMMENDATIONS\n',
  'capital list headings': 'RECOMMENDATIONS FOR A ',
  'open brackets': '((( “',
  'open elements': '<div><a><b><table>',
  'open attributes': '<p a="',
  'skipped elements': '<svg></nav>',
  'list items': '<li>Increase efforts',
};
const SIZES = [10_000, 100_000, 1_000_000, 4_900_000];

/** Linear time: the cost of a byte at 5 MB is that at 100 KB, within a factor. */
function growth(name: string, unit: string): void {
  const milliseconds = SIZES.map((size) => timeOf(hostile(unit, size)));
  const [, small = 1, , large = 1] = milliseconds;
  print({
    figure: `parser: hostile input, ${name}`,
    value: round(large),
    unit: 'ms at 4.9 MB',
    baseline: 'the same cost per byte as at 100 KB',
    baselineValue: round(small * 49),
    ratio: round(large / (small * 49)),
    milliseconds: milliseconds.map(round),
    bytes: SIZES,
  });
}

function hostile(unit: string, size: number): string {
  const opening =
    'KALDARA: Tier 2\n\nThe Government of Kaldara fully meets the minimum standards for the elimination of trafficking. ';
  return (opening + unit.repeat(Math.ceil(size / unit.length))).slice(0, size);
}

function timeOf(text: string): number {
  const times = Array.from({ length: text.length > 500_000 ? 2 : 7 }, () => {
    const start = performance.now();
    parseNarrative({ file: 'hostile', text, countries: COUNTRIES });
    return performance.now() - start;
  });
  return Math.min(...times);
}

function narrative(year: number, container: 'text' | 'html', kilobytes: number): string {
  const modern = year >= 2019;
  const form: NarrativeForm = {
    separator: modern ? 'bullet-lines' : 'semicolons',
    listHeading: modern ? 'prioritized-colon' : 'for-capitals',
    tierHeading: modern ? 'brackets' : 'colon',
    order: modern ? 'tier-first' : 'profile-first',
    wrapper: 'banner',
    container: 'text',
  };
  const { text } = writeNarrative(facts(year), form);
  const story =
    'Officials opened nine cases under the penal code, and courts sentenced four traffickers to prison terms; the government paid for shelter. ';
  const paragraph = story.repeat(6);
  const missing = Math.max(0, kilobytes * 1000 - text.length);
  const body = text + `\n\n${paragraph}`.repeat(Math.floor(missing / paragraph.length));
  return container === 'text' ? body : page(body);
}

function page(body: string): string {
  const paragraphs = body
    .split(/\n+/)
    .map((line) =>
      line.startsWith('  • ') ? `<li>${line.slice(4)}</li>` : `<p class="report-text"><span>${line}</span></p>`,
    );
  return `<!doctype html><html><head><title>A page</title></head><body><main>${paragraphs.join('\n')}</main></body></html>`;
}

function facts(year: number): NarrativeFacts {
  const movement = year > 2015 ? ('remained' as const) : null;
  const clause = 'train border guards, prosecutors, and judges on the signs of forced labor and refer victims to care';
  const tier = { value: 'tier-2' as const, movement, consecutiveYears: null, waiver: false };
  return { country: KALDARA, year, tier, clauses: Array.from({ length: 9 }, () => clause) };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(figure: Record<string, unknown>): void {
  console.log(JSON.stringify(figure));
}

main();
