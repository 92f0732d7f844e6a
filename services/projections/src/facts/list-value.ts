/** A list handed to SQL as one value: `IN (SELECT value FROM json_each(:list))`. */
export const listValue = (values: readonly (string | number)[]): string => JSON.stringify(values);

export const inList = (name: string): string => `IN (SELECT value FROM json_each(:${name}))`;

/** What a JSON column holds. Only our own projectors wrote it. */
export const fromJson = <Value>(column: string): Value => JSON.parse(column) as Value;

export const fromJsonOrNull = <Value>(column: string | null): Value | null =>
  column === null ? null : fromJson(column);
