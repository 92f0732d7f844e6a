export type GoldList = { count: number; items: string[] };
export type Wrong = { file: string; field: string; expected: string; got: string };
export type ItemScore = { items: number; precision: number; recall: number; f1: number; wrong: Wrong[] };

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Items counted as many times as they occur, so that duplicates of the source must be there as often. */
export function scoreItems(gold: Record<string, GoldList>, read: ReadonlyMap<string, readonly string[]>): ItemScore {
  const wrong: Wrong[] = [];
  let [hits, expected, got] = [0, 0, 0];
  for (const [file, { items }] of Object.entries(gold)) {
    const found = (read.get(file) ?? []).map(foldSpace);
    const missing = takeAway(items.map(foldSpace), found);
    const extra = takeAway(found, items.map(foldSpace));
    hits += items.length - missing.length;
    expected += items.length;
    got += found.length;
    for (const item of missing) wrong.push({ file, field: 'item', expected: item, got: '(missing)' });
    for (const item of extra) wrong.push({ file, field: 'item', expected: '(not there)', got: item });
  }
  const precision = got === 0 ? 0 : hits / got;
  const recall = expected === 0 ? 0 : hits / expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { items: expected, precision, recall, f1, wrong };
}

function takeAway(from: readonly string[], what: readonly string[]): string[] {
  const left = [...what];
  return from.filter((item) => {
    const at = left.indexOf(item);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
