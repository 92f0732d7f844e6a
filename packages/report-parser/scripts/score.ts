import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type ParsedNarrative, parseNarrative } from '../src/index.ts';
import { readCsv } from './read-csv.ts';
import { foldSpace, type GoldList, scoreItems, type Wrong } from './score-items.ts';

/**
 * `npm run parser:score -- FOLDER`: how the parser does on a folder of narratives with GOLD_complete.json (items),
 * INDEX.csv (country, year, state of the section) and, one folder up, tiers.csv. What is absent is said and left out.
 */
function main(folder: string | undefined): number {
  if (folder === undefined || !existsSync(folder)) {
    say(
      `Name the folder with the narratives: npm run parser:score -- FOLDER${folder ? ` ("${folder}" is not there)` : ''}`,
    );
    return 1;
  }
  const root = resolve(folder);
  const parsed = parseAll(root);
  const refused = [...parsed.values()].filter((each) => each.refused !== null).length;
  say(`${parsed.size} narratives in ${basename(root)}, ${refused} refused\n`);
  const wrong = [...scoreGold(root, parsed), ...scoreIndex(root, parsed), ...scoreTiers(root, parsed)];
  say(wrong.length === 0 ? '\nNo field is wrong.' : `\n${wrong.length} fields differ:`);
  for (const { file, field, expected, got } of wrong) {
    say(`  ${file}  ${field}\n    expected: ${foldSpace(expected)}\n    got:      ${foldSpace(got)}`);
  }
  return wrong.length === 0 ? 0 : 2;
}

type Parsed = ReadonlyMap<string, ParsedNarrative>;
type Row = Record<string, string>;

function parseAll(root: string): Parsed {
  const files = readdirSync(root).filter((file) => /\.(?:txt|html?)$/i.test(file));
  return new Map(files.sort().map((file) => [file, parseNarrative({ file, bytes: readFileSync(join(root, file)) })]));
}

function scoreGold(root: string, parsed: Parsed): Wrong[] {
  const path = join(root, 'GOLD_complete.json');
  if (!existsSync(path)) return absent('Items: GOLD_complete.json is not in the folder, so items were not scored.');
  const gold = JSON.parse(readFileSync(path, 'utf8')) as Record<string, GoldList>;
  const read = new Map(
    [...parsed].map(([file, { recommendations }]) => [file, recommendations.map(({ text }) => text)]),
  );
  const { items, precision, recall, f1, wrong } = scoreItems(gold, read);
  say(`Items, exact after white-space folding: ${Object.keys(gold).length} files, ${items} items`);
  say(`  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`);
  const states = Object.keys(gold).flatMap((file) => differs(file, 'section', 'complete', parsed.get(file)?.section));
  return [...wrong, ...states];
}

/** An excerpt that ends before the list, and a form that never had one, both show none of it. */
const STATES: Row = { complete: 'complete', cut: 'cut', none: 'absent', absent: 'absent' };

function scoreIndex(root: string, parsed: Parsed): Wrong[] {
  const path = join(root, 'INDEX.csv');
  if (!existsSync(path)) return absent('Country, year, section: INDEX.csv is not in the folder.');
  const rows = readCsv(readFileSync(path, 'utf8')).filter((row) => parsed.has(row['file'] ?? ''));
  const reads = rows.map((row) => ({ row, file: row['file'] ?? '', read: parsed.get(row['file'] ?? '') }));
  const countries = reads.flatMap(({ row, file, read }) => differs(file, 'country', row['iso3'], read?.country?.iso3));
  const stated = reads.filter(({ read }) => read?.reportYear != null);
  const years = stated.flatMap(({ row, file, read }) =>
    differs(file, 'reportYear', row['year'], `${read?.reportYear}`),
  );
  const open = reads.filter(({ read }) => read?.refused === null);
  const sections = open.flatMap(({ row, file, read }) =>
    differs(file, 'section', STATES[row['recommendations_section'] ?? ''], read?.section),
  );
  say(`Country right in ${rows.length - countries.length} of ${rows.length}`);
  say(
    `Year right in ${stated.length - years.length} of ${stated.length} read; ${rows.length - stated.length} left null`,
  );
  say(`Section state right in ${open.length - sections.length} of ${open.length} not refused`);
  return [...countries, ...years, ...sections];
}

function scoreTiers(root: string, parsed: Parsed): Wrong[] {
  const [path, index] = [join(root, '..', 'tiers.csv'), join(root, 'INDEX.csv')];
  if (!existsSync(path) || !existsSync(index))
    return absent('Tiers: tiers.csv (one folder up) or INDEX.csv is absent.');
  const known = new Map(
    readCsv(readFileSync(path, 'utf8')).map((row) => [`${row['iso3']} ${row['year']}`, row['tier']]),
  );
  const compared = readCsv(readFileSync(index, 'utf8')).flatMap((row) => {
    const expected = known.get(`${row['iso3']} ${row['year']}`)?.toLowerCase().replaceAll(' ', '-');
    const read = parsed.get(row['file'] ?? '');
    return expected === undefined || read === undefined ? [] : [{ file: row['file'] ?? '', expected, tier: read.tier }];
  });
  const stated = compared.filter(({ tier }) => tier !== null);
  const wrong = stated.flatMap(({ file, expected, tier }) => differs(file, 'tier', expected, tier?.value));
  say(
    `Tier right in ${stated.length - wrong.length} of ${stated.length} compared with tiers.csv; ${compared.length - stated.length} texts state none`,
  );
  return wrong;
}

function differs(file: string, field: string, expected = '(none)', got = '(none)'): Wrong[] {
  return expected === got ? [] : [{ file, field, expected, got }];
}

function absent(message: string): Wrong[] {
  say(message);
  return [];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main(process.argv[2]);
