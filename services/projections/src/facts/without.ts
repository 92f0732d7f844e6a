/** The row without the column by which it was grouped. */
export const without = <Row extends object, Key extends keyof Row>(row: Row, key: Key): Omit<Row, Key> => {
  const { [key]: left, ...rest } = row;
  void left;
  return rest;
};
