import { readFileSync } from 'node:fs';
import type { Figure } from './benchmark.ts';
import { CommandLineRefused } from './command-line.ts';

/** What of a line is compared; lines of earlier releases hold no more than this. */
export type ComparedFigure = Pick<Figure, 'name' | 'value' | 'unit' | 'ratio'> & { readonly benchmark: string };

/**
 * The figures of an earlier run. Lines that are no figures, such as npm's own, are passed over.
 * @throws CommandLineRefused when the file cannot be read or holds none
 */
export const readRun = (file: string): readonly ComparedFigure[] => {
  const figures = textOf(file).split('\n').flatMap(figureIn);
  if (figures.length > 0) return figures;
  throw new CommandLineRefused(`${file} holds no figures: write one with npm run bench > ${file}`);
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CommandLineRefused(
      `${file} cannot be compared with (${(cause as NodeJS.ErrnoException).code}): write one with npm run bench > FILE`,
      { cause },
    );
  }
};

const figureIn = (line: string): readonly ComparedFigure[] => {
  if (!line.startsWith('{')) return [];
  try {
    const figure = JSON.parse(line) as Partial<ComparedFigure>;
    return typeof figure.benchmark === 'string' && typeof figure.value === 'number' ? [figure as ComparedFigure] : [];
  } catch {
    return [];
  }
};

/** A table for a terminal: each figure of this run, what it was before, and how far both it and its ratio moved. */
export const compareRuns = (before: readonly ComparedFigure[], now: readonly ComparedFigure[]): string => {
  const earlier = new Map(before.map((figure) => [keyOf(figure), figure]));
  const rows = now.map((figure) => rowOf(figure, earlier.get(keyOf(figure))));
  const gone = before.length - now.filter((figure) => earlier.has(keyOf(figure))).length;
  const note = gone > 0 ? [`${gone} figures of the earlier run were not measured in this one.`] : [];
  return [...table([HEADINGS, ...rows]), ...note].join('\n');
};

const HEADINGS = ['figure', 'before', 'now', 'change', 'ratio before', 'now', 'change'];

const keyOf = ({ benchmark, name }: ComparedFigure): string => `${benchmark}: ${name}`;

const rowOf = (now: ComparedFigure, before: ComparedFigure | undefined): readonly string[] => [
  keyOf(now),
  ...(before
    ? [`${before.value} ${before.unit}`, `${now.value} ${now.unit}`, change(before.value, now.value)]
    : ['not measured', `${now.value} ${now.unit}`, '']),
  ...ratiosOf(before?.ratio ?? null, now.ratio),
];

const ratiosOf = (before: number | null, now: number | null): readonly string[] => [
  before === null ? '' : String(before),
  now === null ? '' : String(now),
  before === null || now === null ? '' : change(before, now),
];

const change = (before: number, now: number): string => {
  const percent = Math.round((now / before - 1) * 100);
  return `${percent > 0 ? '+' : ''}${percent}%`;
};

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = HEADINGS.map((_heading, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
};
