/** A run of words that both wordings share, or that one of them has alone. */
export interface Run {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words and marks with the space before them, so that a comma alone can differ. */
const tokens = (text: string): string[] => text.match(/\s*(?:[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}])/gu) ?? [];

const sameWord = (left: string, right: string): boolean => left.trim() === right.trim();

/** Lengths of the longest common run of words from each pair of places to the ends. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const same = sameWord(before[row] ?? '', after[column] ?? '');
      const at = (r: number, c: number) => lengths[r]?.[c] ?? 0;
      const best = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row]?.fill(best, column, column + 1);
    }
  }
  return lengths;
};

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Whether, from here, an old word is to be passed over before a new one. */
const removesFirst = (lengths: readonly Uint16Array[], { row, column }: Place): boolean =>
  (lengths[row + 1]?.[column] ?? -1) >= (lengths[row]?.[column + 1] ?? -1);

const steps = (before: readonly string[], after: readonly string[]): Run[] => {
  const lengths = commonLengths(before, after);
  const found: Run[] = [];
  const same = (old: string | undefined, young: string | undefined) =>
    young !== undefined && sameWord(old ?? '', young);
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, young] = [before[row], after[column]];
    if (same(old, young)) {
      found.push({ change: 'same', text: young ?? '' });
      row += 1;
      column += 1;
    } else if (young === undefined || removesFirst(lengths, { row, column })) {
      found.push({ change: 'removed', text: old ?? '' });
      row += 1;
    } else {
      found.push({ change: 'added', text: young });
      column += 1;
    }
  }
  return found;
};

/** Neighbouring pieces of one kind become one run. */
const joined = (pieces: readonly Run[]): Run[] => {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.change === piece.change) runs[runs.length - 1] = { change: piece.change, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
};

const isReplaced = (runs: readonly Run[], index: number): boolean =>
  runs[index]?.change === 'removed' && runs[index + 1]?.change === 'added';

const isOneWord = (run: Run | undefined): boolean => run?.change === 'same' && !/\S\s+\S/.test(run.text.trim());

/** One word that stayed between two that were replaced is read as part of them: `Draft and` became `Enact and enforce`. */
const bridged = (runs: readonly Run[]): Run[] => {
  const found = [...runs];
  for (let index = 0; index + 4 < found.length; index += 1) {
    if (!isReplaced(found, index) || !isOneWord(found[index + 2]) || !isReplaced(found, index + 3)) continue;
    const text = (at: number) => found[index + at]?.text ?? '';
    found.splice(
      index,
      5,
      { change: 'removed', text: text(0) + text(2) + text(3) },
      { change: 'added', text: text(1) + text(2) + text(4) },
    );
    index -= 1;
  }
  return found;
};

/** How the second wording differs from the first, as runs in reading order: what went comes before what came in its place. */
export const wordDifferences = (before: string, after: string): Run[] =>
  bridged(joined(steps(tokens(before), tokens(after))));
