import type { z } from 'zod';

type Fault = z.core.$ZodRawIssue;

/**
 * Says what is wrong with a field and what to give instead, in words that follow the field’s name: “dueOn is missing:
 * give a day, such as 2026-03-31”. It is handed to `safeParse`, so that what a contract says itself comes first. The
 * value given is never repeated.
 */
export const explainFault = (fault: Fault): string => {
  const wanted = wantedBy(fault);
  if (fault.input === undefined && isAboutPresence(fault)) return `is missing: give ${wanted ?? 'it'}`;
  return explained(fault, wanted);
};

const isAboutPresence = ({ code }: Fault): boolean =>
  code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union';

const explained = (fault: Fault, wanted: string | undefined): string => {
  switch (fault.code) {
    case 'unrecognized_keys':
      return 'is not known here: leave it out';
    case 'too_small':
      return sized(fault.origin, `at least ${fault.minimum}`);
    case 'too_big':
      return sized(fault.origin, `at most ${fault.maximum}`);
    default:
      return wanted ? `must be ${wanted}` : 'is not written as it should be';
  }
};

const wantedBy = (fault: Fault): string | undefined => {
  switch (fault.code) {
    case 'invalid_type':
      return ownWordsOf(fault.inst) ?? formats[formatOf(fault.inst)] ?? kinds[fault.expected] ?? undefined;
    case 'invalid_format':
      return formats[fault.format];
    case 'invalid_value':
      return listed(fault.values);
    case 'invalid_union':
      return Array.isArray(fault.options) ? listed(fault.options) : eitherOf(fault.errors);
    default:
      return undefined;
  }
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'its fields, as a JSON object',
  record: 'its fields, as a JSON object',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a day that exists, such as 2026-03-31',
  datetime: 'a moment in UTC, such as 2026-03-31T09:30:00.000Z',
  url: 'a web address that begins with https:// or http://',
  uuid: 'a UUID',
  base64: 'base64 text',
  safeint: 'a whole number',
};

const sized = (origin: string, bound: string): string => {
  switch (origin) {
    case 'string':
      return `must hold ${bound} characters`;
    case 'array':
      return `must hold ${bound} entries`;
    default:
      return `must be ${bound}`;
  }
};

const listed = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`;

interface Definition {
  readonly format?: string;
  readonly error?: (fault: never) => unknown;
  readonly checks?: readonly { readonly _zod: { readonly def: Definition } }[];
}

const definitionOf = (schema: Fault['inst']): Definition =>
  (schema as { readonly _zod?: { readonly def?: Definition } } | undefined)?._zod?.def ?? {};

const checksOf = (schema: Fault['inst']): readonly Definition[] =>
  (definitionOf(schema).checks ?? []).map(({ _zod }) => _zod.def);

const formatOf = (schema: Fault['inst']): string =>
  definitionOf(schema).format ?? checksOf(schema).find(({ format }) => format === 'safeint')?.format ?? '';

const LIKE = 'must look like ';

/** An identifier says by an example how it looks; whoever left it out is told the same. */
const ownWordsOf = (schema: Fault['inst']): string | undefined =>
  checksOf(schema)
    .map(({ error }) => error?.({} as never))
    .filter((words): words is string => typeof words === 'string' && words.startsWith(LIKE))
    .map((words) => `text like ${words.slice(LIKE.length)}`)[0];

/** What the branches of a union would have taken; nothing where one of them does not say. */
const eitherOf = (branches: readonly (readonly z.core.$ZodIssue[])[]): string | undefined => {
  const wishes = new Set(branches.map((faults) => faults.map(wishIn).find((wish) => wish !== undefined)));
  return wishes.has(undefined) || wishes.size === 0 ? undefined : [...wishes].join(', or ');
};

const wishIn = ({ message }: z.core.$ZodIssue): string | undefined => {
  const [, wish, example] = /^(?:(?:must be|is missing: give) (.+)|must look like (.+))$/.exec(message) ?? [];
  return wish ?? (example && `text like ${example}`);
};
