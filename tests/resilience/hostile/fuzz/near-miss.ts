import fc from 'fast-check';
import { disguised, trickyTexts } from './tricky-text.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

/** A value with one place in it changed for the worse: left out, of another kind, disguised, too much, or with a key that is not its own. */
export const nearMiss = (value: unknown): fc.Arbitrary<unknown> => {
  const places = placesIn(value as Json, []);
  return fc
    .constantFrom(...places)
    .chain((place) => faultAt(valueAt(value as Json, place)).map((fault) => changed(value as Json, place, fault)));
};

type Place = readonly (string | number)[];
type Fault = { readonly kind: 'replace'; readonly by: Json } | { readonly kind: 'remove' } | Added;
type Added = { readonly kind: 'add'; readonly key: string; readonly value: Json };

const placesIn = (value: Json, at: Place): Place[] => [
  at,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) =>
        placesIn(member as Json, [...at, Array.isArray(value) ? Number(name) : name]),
      )
    : []),
];

const valueAt = (value: Json, place: Place): Json =>
  place.reduce<Json>((inside, step) => (inside as Record<string | number, Json>)[step] as Json, value);

const strangers: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  [],
  {},
  [[]],
  [null],
  'x'.repeat(20_000),
];

const faultAt = (value: Json): fc.Arbitrary<Fault> => {
  const replace = (by: fc.Arbitrary<Json>): fc.Arbitrary<Fault> => by.map((given) => ({ kind: 'replace', by: given }));
  const faults: fc.Arbitrary<Fault>[] = [
    fc.constant({ kind: 'remove' }),
    replace(fc.constantFrom(...strangers)),
    replace(fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>),
  ];
  if (typeof value === 'string') faults.push(replace(disguised(value)), replace(fc.constantFrom(...trickyTexts)));
  if (Array.isArray(value)) {
    faults.push(
      replace(fc.constant([...value, ...value])),
      replace(fc.constant(Array<Json>(5_000).fill(value[0] ?? 0))),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const added = fc.record({
      kind: fc.constant('add' as const),
      key: fc.oneof(fc.constantFrom(...PROTOTYPE_KEYS), fc.string({ maxLength: 20 })),
      value: fc.constantFrom<Json>(1, { polluted: true }, { prototype: { polluted: true } }),
    });
    faults.push(added, added);
  }
  return fc.oneof(...faults);
};

const changed = (value: Json, place: Place, fault: Fault): Json | undefined => {
  const [step, ...rest] = place;
  if (step === undefined) return applied(value, fault);
  const member = changed((value as Record<string | number, Json>)[step] as Json, rest, fault);
  if (Array.isArray(value)) return value.flatMap((entry, at) => (at === step ? (member ?? []) : [entry])) as Json;
  return withMember(value as Record<string, Json>, String(step), member);
};

const applied = (value: Json, fault: Fault): Json | undefined => {
  if (fault.kind === 'remove') return undefined;
  if (fault.kind === 'replace') return fault.by;
  return Array.isArray(value)
    ? [...value, fault.value]
    : withMember(value as Record<string, Json>, fault.key, fault.value);
};

/** As `JSON.parse` does it: `__proto__` is a member like any other, not the prototype. */
const withMember = (value: Readonly<Record<string, Json>>, name: string, member: Json | undefined): Json => {
  const entries = Object.entries(value).filter(([key]) => key !== name);
  return Object.fromEntries(member === undefined ? entries : [...entries, [name, member]]);
};
