/** Rows by a key, in the order in which they came. */
export const groupBy = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

export const indexBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

/** Answers in the order of the question; null where there is none. */
export const inOrderOf = <Answer>(keys: readonly string[], answers: ReadonlyMap<string, Answer>): (Answer | null)[] =>
  keys.map((key) => answers.get(key) ?? null);
