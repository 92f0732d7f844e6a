import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseNarrative } from '../src/index.ts';
import { readCsv } from './read-csv.ts';
import { foldSpace, type GoldList, scoreItems, type Wrong } from './score-items.ts';

/**
 * `npm run parser:score -- FOLDER`: how the parser does on a folder of narratives with GOLD_complete.json (items),
 * INDEX.csv (country, year, state of the section) and, one folder up, tiers.csv. What is absent is said and left out.
 */
function main(folder: string | undefined): number {
  if (folder === undefined || !existsSync(folder)) {
    console.error(
      `Name the folder with the narratives: npm run parser:score -- FOLDER${folder ? ` ("${folder}" is not there)` : ''}`,
    );
    return 1;
  }
  const root = resolve(folder);
  const wrong: Wrong[] = [];
  const parsed = parseAll(root);
  console.log(`${parsed.size} narratives in ${basename(root)}, ${refusedOf(parsed)} refused\n`);
  scoreGold(root, parsed, wrong);
  scoreIndex(root, parsed, wrong);
  scoreTiers(root, parsed, wrong);
  printWrong(wrong);
  return wrong.length === 0 ? 0 : 2;
}

type Parsed = Map<string, ReturnType<typeof parseNarrative>>;

function parseAll(root: string): Parsed {
  const files = readdirSync(root).filter((file) => /\.(?:txt|html?)$/i.test(file));
  return new Map(files.sort().map((file) => [file, parseNarrative({ file, bytes: readFileSync(join(root, file)) })]));
}

function refusedOf(parsed: Parsed): number {
  return [...parsed.values()].filter(({ refused }) => refused !== null).length;
}

function scoreGold(root: string, parsed: Parsed, wrong: Wrong[]): void {
  const path = join(root, 'GOLD_complete.json');
  if (!existsSync(path))
    return console.log('Items: GOLD_complete.json is not in the folder, so items were not scored.');
  const gold = JSON.parse(readFileSync(path, 'utf8')) as Record<string, GoldList>;
  const score = scoreItems(
    gold,
    new Map([...parsed].map(([file, { recommendations }]) => [file, recommendations.map(({ text }) => text)])),
    wrong,
  );
  const figures = [score.precision, score.recall, score.f1].map((figure) => figure.toFixed(4));
  console.log(`Items, exact after white-space folding, ${Object.keys(gold).length} files, ${score.items} items`);
  console.log(`  precision ${figures[0]}  recall ${figures[1]}  F1 ${figures[2]}`);
  for (const file of Object.keys(gold)) {
    const state = parsed.get(file)?.section;
    if (state !== undefined && state !== 'complete')
      wrong.push({ file, field: 'section', expected: 'complete', got: state });
  }
}

/** An excerpt that ends before the list, and a form that never had one, both show none of it. */
const STATES: Record<string, string> = { complete: 'complete', cut: 'cut', none: 'absent', absent: 'absent' };

function scoreIndex(root: string, parsed: Parsed, wrong: Wrong[]): void {
  const path = join(root, 'INDEX.csv');
  if (!existsSync(path))
    return console.log('Country, year, section: INDEX.csv is not in the folder, so they were not compared.');
  let [countries, years, unstated, sections, rows] = [0, 0, 0, 0, 0];
  for (const row of readCsv(readFileSync(path, 'utf8'))) {
    const file = row['file'] ?? '';
    const read = parsed.get(file);
    if (read === undefined) continue;
    rows += 1;
    countries += compare(wrong, file, 'country', row['iso3'], read.country?.iso3);
    if (read.reportYear === null) unstated += 1;
    else years += compare(wrong, file, 'reportYear', row['year'], String(read.reportYear));
    const section = read.refused === null ? read.section : (STATES[row['recommendations_section'] ?? ''] ?? '');
    sections += compare(wrong, file, 'section', STATES[row['recommendations_section'] ?? ''], section);
  }
  console.log(
    `Country right in ${countries} of ${rows}; year right in ${years} of ${rows - unstated} read, ${unstated} left null; section state right in ${sections} of ${rows}`,
  );
}

function scoreTiers(root: string, parsed: Parsed, wrong: Wrong[]): void {
  const path = join(root, '..', 'tiers.csv');
  const index = join(root, 'INDEX.csv');
  if (!existsSync(path) || !existsSync(index))
    return console.log('Tiers: tiers.csv (one folder up) or INDEX.csv is absent, so tiers were not compared.');
  const known = new Map(
    readCsv(readFileSync(path, 'utf8')).map((row) => [`${row['iso3']} ${row['year']}`, row['tier']]),
  );
  let [right, compared, unstated] = [0, 0, 0];
  for (const row of readCsv(readFileSync(index, 'utf8'))) {
    const read = parsed.get(row['file'] ?? '');
    const expected = known.get(`${row['iso3']} ${row['year']}`);
    if (read === undefined || expected === undefined) continue;
    if (read.tier === null) {
      unstated += 1;
      continue;
    }
    compared += 1;
    right += compare(wrong, row['file'] ?? '', 'tier', expected.toLowerCase().replaceAll(' ', '-'), read.tier.value);
  }
  console.log(`Tier right in ${right} of ${compared} compared with tiers.csv; ${unstated} texts state none`);
}

function compare(
  wrong: Wrong[],
  file: string,
  field: string,
  expected: string | undefined,
  got: string | undefined,
): number {
  if (expected === got) return 1;
  wrong.push({ file, field, expected: expected ?? '(none)', got: got ?? '(none)' });
  return 0;
}

function printWrong(wrong: readonly Wrong[]): void {
  console.log(wrong.length === 0 ? '\nNo field is wrong.' : `\n${wrong.length} fields differ:`);
  for (const { file, field, expected, got } of wrong) {
    console.log(`  ${file}  ${field}\n    expected: ${foldSpace(expected)}\n    got:      ${foldSpace(got)}`);
  }
}

process.exitCode = main(process.argv[2]);
