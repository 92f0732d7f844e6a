import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { atLeast, atMost, figureAlone, figureOf } from './benchmark.ts';
import { clearFolder, temporaryFolder } from './cleared-at-exit.ts';
import { readCommandLine } from './command-line.ts';
import { type ComparedFigure, compareRuns, readRun } from './compare-runs.ts';

const figure = (value: number, ratio: number | null, name = 'appends'): ComparedFigure => ({
  benchmark: 'store',
  name,
  value,
  unit: '1/s',
  ratio,
});
const fileWith = (content: string): string => {
  const folder = temporaryFolder();
  onTestFinished(() => clearFolder(folder));
  const file = join(folder, 'run.jsonl');
  writeFileSync(file, content);
  return file;
};

describe('a figure', () => {
  test('is the median of its rounds, and so is its ratio', () => {
    const rounds = [
      { value: 10, baseline: 10 },
      { value: 30, baseline: 60 },
      { value: 20, baseline: 25 },
    ];
    const measured = {
      name: 'n',
      unit: '1/s',
      what: 'w',
      rounds,
      targets: [atLeast('ratio', 0.7), atMost('value', 19)],
    };
    expect(figureOf(measured)).toMatchObject({
      value: 20,
      baseline: { value: 25 },
      ratio: 0.8,
      n: 3,
      spread: [0.5, 1],
      targets: [{ met: true }, { met: false }],
    });
  });

  test('may stand alone', () => {
    const alone = figureAlone({ name: 'n', unit: 'ms', values: [4, 1, 2, 3], targets: [atMost('value', 2.5)] });
    expect(alone).toMatchObject({ value: 2.5, baseline: null, ratio: null, spread: [1, 4], targets: [{ met: true }] });
  });
});

describe('an earlier run', () => {
  test('stands beside this one, figure by figure', () => {
    const before = [figure(100, 0.5), figure(7, null, 'requests'), figure(1, 1, 'no longer measured')];
    const now = [figure(150, 0.4), figure(7, null, 'requests'), figure(3, 2, 'new')];
    expect(compareRuns(before, now).split('\n')).toEqual([
      'figure                 before      now  change  ratio before  now  change',
      'store: appends        100 1/s  150 1/s    +50%           0.5  0.4    -20%',
      'store: requests         7 1/s    7 1/s      0%',
      'store: new       not measured    3 1/s                          2',
      '1 figures of the earlier run were not measured in this one.',
    ]);
  });

  test('is read from the lines of its output, whatever npm wrote among them', () => {
    const file = fileWith(`> demarche bench\n${JSON.stringify(figure(1, 2))}\n{broken\n`);
    expect(readRun(file)).toEqual([figure(1, 2)]);
  });

  test.each([
    ['without figures', () => fileWith('nothing\n'), /holds no figures: write one with npm run bench >/],
    ['that is not there', () => '/nowhere/run.jsonl', /cannot be compared with \(ENOENT\)/],
  ])('in a file %s is refused', (_case, file, reason) => {
    expect(() => readRun(file())).toThrow(reason);
  });
});

describe('the command line', () => {
  const known = ['append-throughput', 'replay-throughput'];

  test('names benchmarks by a part of their names, and how many events', () => {
    expect(readCommandLine(['replay', '1000', '--keep', 'folder'], known)).toEqual({
      words: ['replay'],
      events: 1000,
      keep: 'folder',
      compare: undefined,
    });
  });

  test.each([
    ['an unknown benchmark', ['reply'], /No benchmark is called reply\.[^]*append-throughput, replay-throughput/],
    ['an unknown option', ['--kep', 'folder'], /Unknown option '--kep'[^]*--keep FOLDER/],
    ['an option without its value', ['--compare'], /'--compare <value>' argument missing[^]*--compare FILE/],
  ])('with %s is refused, and says how it is used', (_case, given, reason) => {
    expect(() => readCommandLine(given, known)).toThrow(reason);
  });
});
