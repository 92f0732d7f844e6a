import type { ExplainedLine } from '@demarche/report-parser';

const LABEL = 28;
const NARROWEST = 30;

/** What stretches of lines are taken for by default; many of them in a row say it once. */
const PLAIN = new Set(['before the narrative', 'text of the narrative', 'not taken in']);

/**
 * The lines of a file in three columns: number, what it was taken for, and the words, wrapped to the width of the
 * terminal so that each column stays a column.
 */
export const explanationLines = (lines: readonly ExplainedLine[], width: number): readonly string[] => {
  const room = Math.max(NARROWEST, width - LABEL - 9);
  return lines.flatMap(({ line, text, takenFor }, index) => {
    const above = lines[index - 1]?.takenFor ?? [];
    const labels = inOne(takenFor).flatMap((label) =>
      wrapped(above.includes(label) && PLAIN.has(label) ? '·' : label, LABEL),
    );
    return sideBySide(String(line), labels, wrapped(text, room));
  });
};

const ITEM = /^recommendation (\d+)$/;

/** A line that holds many recommendations says so in one label: `recommendations 1 to 8`. */
const inOne = (labels: readonly string[]): readonly string[] => {
  const items = labels.filter((label) => ITEM.test(label));
  if (items.length < 2) return labels;
  const [first, last] = [items.at(0), items.at(-1)].map((label) => label?.match(ITEM)?.[1]);
  return [...labels.filter((label) => !ITEM.test(label)), `recommendations ${first} to ${last}`];
};

const sideBySide = (line: string, labels: readonly string[], texts: readonly string[]): string[] =>
  Array.from({ length: Math.max(labels.length, texts.length) }, (_, row) =>
    `${(row === 0 ? line : '').padStart(5)}  ${(labels[row] ?? '').padEnd(LABEL)}  ${texts[row] ?? ''}`.trimEnd(),
  );

/** Words to lines no longer than `room`; a word longer than that is broken. */
const wrapped = (text: string, room: number): string[] => {
  const lines: string[] = [];
  let held = '';
  for (const word of text.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])) {
    if (held !== '' && held.length + 1 + word.length > room) {
      lines.push(held);
      held = word;
    } else {
      held = held === '' ? word : `${held} ${word}`;
    }
  }
  return [...lines, held];
};
