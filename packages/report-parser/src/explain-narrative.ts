import type { NarrativeInput } from './narrative-input.ts';
import { readNarrative } from './read-narrative.ts';
import type { Reading } from './reading.ts';
import type { ListItem } from './recommendations/split-items.ts';

export type ExplainedLine = { line: number; text: string; takenFor: string[] };

/** The narrative's lines, each with what it was taken for; the words are those an officer reads. */
export function explainNarrative(input: NarrativeInput): ExplainedLine[] {
  const reading = readNarrative(input);
  if (reading.source === null) return [];
  const labels = labelsOf(reading);
  const first = firstLine(reading);
  const byLine = new Map<number, string>();
  for (const { number, text } of reading.source.lines) {
    if (text !== '') byLine.set(number, [byLine.get(number), text].filter((part) => part !== undefined).join(' '));
  }
  return [...byLine].map(([line, text]) => ({
    line,
    text,
    takenFor: labels.get(line) ?? [plainLabel(line, first, reading)],
  }));
}

type Labels = Map<number, string[]>;

function labelsOf(reading: Reading): Labels {
  const labels: Labels = new Map();
  for (const [found, label] of landmarksOf(reading)) add(labels, found?.line ?? null, label);
  if (reading.refused === null) addItems(labels, reading);
  for (const { kind, line, starts } of reading.blocks) {
    if (kind === 'section-heading') add(labels, line, 'heading of another section');
    for (const start of starts.slice(1)) continueLabels(labels, start.line);
  }
  return labels;
}

function landmarksOf(reading: Reading): [found: { line: number | null } | null | undefined, label: string][] {
  return [
    [reading.refused, `refused here (${reading.refused?.code})`],
    [reading.country, 'names the country'],
    [reading.year, 'names the year of the report'],
    [reading.heading, 'heading with the tier'],
    [reading.opening, 'opening sentence'],
    [reading.tier, 'sentence with the tier'],
    [reading.section?.heading, 'heading of the recommendations'],
  ];
}

function addItems(labels: Labels, { closed }: Reading): void {
  closed?.items.forEach((item: ListItem, index) => {
    add(labels, item.line, `recommendation ${index + 1}`);
  });
  add(labels, closed?.cut?.line ?? null, 'unfinished recommendation, not taken in');
}

/** A line that only goes on with a recommendation is that recommendation, too. */
function continueLabels(labels: Labels, line: number): void {
  if (labels.has(line)) return;
  const above = labels
    .get(line - 1)
    ?.findLast((label) => /recommendation\b/.test(label) && !label.startsWith('heading'));
  if (above !== undefined) labels.set(line, [above.startsWith('goes on') ? above : `goes on: ${above}`]);
}

function add(labels: Labels, line: number | null, label: string): void {
  if (line === null) return;
  const known = labels.get(line) ?? [];
  if (!known.includes(label)) labels.set(line, [...known, label]);
}

function firstLine({ heading, opening, section }: Reading): number {
  const lines = [heading?.line, opening?.line, section?.heading?.line].filter((line) => line !== undefined);
  return Math.min(...lines, Number.POSITIVE_INFINITY);
}

function plainLabel(line: number, first: number, { refused }: Reading): string {
  if (refused !== null) return 'not taken in';
  return line < first ? 'before the narrative' : 'text of the narrative';
}
