import { listValue } from './list-value.ts';
import type { Values } from './view-reader.ts';

/** Conditions that were asked for, with the values they name. */
export interface Filter {
  readonly where: string;
  readonly values: Values;
}

/** One condition: its SQL, the name of its value, and the value; left out where the value is undefined. */
export type Condition = readonly [
  sql: string,
  name: string,
  value: readonly (string | number)[] | string | number | undefined,
];

export const filterOf = (conditions: readonly Condition[]): Filter => {
  const asked = conditions.filter(([, , value]) => value !== undefined);
  return {
    where: ['1', ...asked.map(([sql]) => sql)].join(' AND '),
    values: Object.fromEntries(
      asked.map(([, name, value]) => [name, typeof value === 'object' ? listValue(value) : (value as string | number)]),
    ),
  };
};

/** For `LIKE ... ESCAPE '\'`: the text anywhere, its own wildcards taken literally. */
export const containing = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
