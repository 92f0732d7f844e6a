import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedNarrative, parseNarrative } from '../src/index.ts';

/**
 * `npm run parser:mutations -- FOLDER`: damages every narrative of a folder in the ways files are damaged, and counts
 * what came of it: right (a part of what the whole text gives, or nothing), refused, wrong but warned of, wrong in silence.
 */
type Mutation = { kind: string; text: string };
type Count = { cases: number; right: number; refused: number; warned: number; silent: number };

const CUT_STEP = 11;
const MENUS = [
  'Home In this section / PRIORITIZED RECOMMENDATIONS PROSECUTION PROTECTION PREVENTION TRAFFICKING PROFILE\n',
  'Home\nPrioritized Recommendations\nProsecution\nProtection\nPrevention\nTrafficking Profile\n\n',
  'Skip to content\nTier 1\nTier 2\nTier 2 Watch List\nTier 3\nSpecial Case\n\n',
];
/** Warnings that a sound excerpt has as well, so that they do not count as having warned of damage. */
const USUAL = new Set(['heading-lost', 'report-year-not-stated']);

function main(folder: string | undefined): number {
  if (folder === undefined || !existsSync(folder)) {
    say('Name the folder with the narratives: npm run parser:mutations -- FOLDER');
    return 1;
  }
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => read(text).refused === null);
  const counts = new Map<string, Count>();
  texts.forEach((text, index) => {
    const other = texts[(index + 7) % texts.length] ?? text;
    for (const mutation of mutationsOf(text, other)) count(counts, mutation, read(text), read(mutation.text));
  });
  for (const [kind, { cases, right, refused, warned, silent }] of counts) {
    say(
      `${kind.padEnd(30)} ${cases} cases: ${right} right, ${refused} refused, ${warned} wrong and warned of, ${silent} wrong in silence`,
    );
  }
  return [...counts.values()].some(({ silent }) => silent > 0) ? 2 : 0;
}

function mutationsOf(text: string, other: string): Mutation[] {
  const source = /^# source:.*\n/.exec(text)?.[0] ?? '';
  const body = text.slice(source.length);
  return [
    ...cuts(text),
    ...MENUS.map((menu) => ({ kind: 'a menu before', text: source + menu + body })),
    { kind: 'another narrative behind', text: `${text}\n\n${other.replace(/^# source:.*\n/, '')}` },
    {
      kind: 'hard wrapped',
      text:
        source +
        body
          .split('\n')
          .map((line) => wrap(line, 70).join('\n'))
          .join('\n'),
    },
    { kind: 'on one line', text: source + body.replace(/\s+/g, ' ') },
    ...[45, 60, 80].flatMap((width) => columns(source, body, width)),
  ];
}

function cuts(text: string): Mutation[] {
  const places = Array.from({ length: Math.floor(text.length / CUT_STEP) }, (_, index) => (index + 1) * CUT_STEP);
  return places.map((place) => ({ kind: 'cut', text: text.slice(0, place) }));
}

function columns(source: string, body: string, width: number): Mutation[] {
  const flat = body.replace(/\s+/g, ' ');
  const middle = flat.indexOf(' ', flat.length / 2);
  const [left, right] = [wrap(flat.slice(0, middle), width), wrap(flat.slice(middle + 1), width)];
  const pairs = left.map((line, index): [string, string] => [line, right[index] ?? '']);
  return [
    { kind: 'columns line by line', text: source + pairs.flat().join('\n') },
    { kind: 'columns side by side', text: source + pairs.map((pair) => pair.join(' ')).join('\n') },
    {
      kind: 'columns with their gap',
      text: source + pairs.map(([one, two]) => one.padEnd(width + 6) + two).join('\n'),
    },
  ];
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function count(counts: Map<string, Count>, { kind }: Mutation, whole: ParsedNarrative, damaged: ParsedNarrative): void {
  const known = counts.get(kind) ?? { cases: 0, right: 0, refused: 0, warned: 0, silent: 0 };
  const outcome = judge(whole, damaged);
  counts.set(kind, { ...known, cases: known.cases + 1, [outcome]: known[outcome] + 1 });
}

function judge(whole: ParsedNarrative, damaged: ParsedNarrative): 'right' | 'refused' | 'warned' | 'silent' {
  if (damaged.refused !== null) return 'refused';
  if (isPart(whole, damaged)) return 'right';
  return damaged.warnings.some(({ code }) => !USUAL.has(code)) ? 'warned' : 'silent';
}

/** Every field null or as in the whole text, and no item that the whole text does not have. */
function isPart(whole: ParsedNarrative, damaged: ParsedNarrative): boolean {
  const items = new Set(whole.recommendations.map(({ text }) => text));
  return (
    damaged.recommendations.every(({ text }) => items.has(text)) &&
    [whole.country?.iso3, undefined].includes(damaged.country?.iso3) &&
    [whole.reportYear, null].includes(damaged.reportYear) &&
    sameTier(whole.tier, damaged.tier) &&
    (damaged.section !== 'complete' || damaged.recommendations.length === whole.recommendations.length)
  );
}

function sameTier(whole: ParsedNarrative['tier'], damaged: ParsedNarrative['tier']): boolean {
  if (damaged === null) return true;
  const keys = ['value', 'waiver', 'consecutiveYears'] as const;
  return keys.every((key) => whole !== null && damaged[key] === whole[key]);
}

function read(text: string): ParsedNarrative {
  return parseNarrative({ file: 'mutation', text });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main(process.argv[2]);
