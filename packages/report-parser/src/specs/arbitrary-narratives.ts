import fc from 'fast-check';
import type { ListHeading, ListSeparator, NarrativeFacts, NarrativeForm } from '../narrative-forms/index.ts';
import type { CountryEntry } from '../narrative-input.ts';
import type { TierMovement, TierValue } from '../parsed-narrative.ts';

/** Countries of no map, with user-assigned codes. */
export const COUNTRIES: readonly CountryEntry[] = [
  { iso3: 'XKD', name: 'Kaldara', otherNames: ['Republic of Kaldara'] },
  { iso3: 'XVS', name: 'Vestria' },
  { iso3: 'XSO', name: 'Saint Orla and the Keys' },
  { iso3: 'XTI', name: 'Tamarind Islands' },
  { iso3: 'XCA', name: "Côte d'Ambre" },
  { iso3: 'XNV', name: 'North Vestria' },
];

const CLAUSES = [
  'train border guards in Port Selm on the signs of forced labor',
  'vigorously investigate and prosecute traffickers, including complicit officials—whatever their rank—and punish them',
  'adopt SOPs for the identification of victims and refer them to care (with help from NGOs; where there are none, from parishes)',
  'reduce delays in court proceedings',
  'in coordination with the fishing unions, inspect vessels flying the flag of the country',
  'while respecting due process, end the practice of holding wages back',
  'amend Article 12 of the penal code to remove fines in lieu of prison, in line with the 2000 UN TIP Protocol',
  'fund the national action plan (NAP) for 2030-2034',
  'continue to raise awareness among seasonal workers, students, and domestic workers',
  'proactively screen children in street situations',
  'redouble efforts to reach the outer islands',
  'consistently enforce the ban on recruitment fees charged by Kaldaran and foreign agents',
] as const;
/** Reports since 2019 have semicolons inside an item. */
const WITH_SEMICOLONS = [
  'enact a law that protects witnesses; allows them to testify from abroad; and pays their way',
  'screen vulnerable groups, including stateless persons; migrants from the south; and cadets',
];

const MODERN_SEPARATORS: readonly ListSeparator[] = [
  'inline-bullets',
  'inline-stars',
  'run-together',
  'bullet-lines',
  'star-lines',
  'numbered',
  'lines',
  'paragraphs',
];
const MODERN_HEADINGS: readonly ListHeading[] = ['prioritized', 'prioritized-colon', 'title-case', 'misspelt', 'none'];
const OLD_HEADINGS: readonly ListHeading[] = ['for-capitals', 'run-in', 'none'];

export type Written = { facts: NarrativeFacts; form: NarrativeForm };

export const narratives: fc.Arbitrary<Written> = fc
  .integer({ min: 2008, max: 2025 })
  .chain((year) => fc.record({ facts: factsOf(year), form: formOf(year) }));

function factsOf(year: number): fc.Arbitrary<NarrativeFacts> {
  const clauses = year >= 2019 ? [...CLAUSES, ...WITH_SEMICOLONS] : [...CLAUSES];
  return fc.record({
    country: fc.constantFrom(...COUNTRIES).map(({ iso3, name }) => ({ iso3, name })),
    year: fc.constant(year),
    tier: tierOf(year),
    // Duplicates happen in the report itself, so they are drawn too.
    clauses: fc.array(fc.constantFrom(...clauses), { minLength: 2, maxLength: 10 }),
  });
}

function tierOf(year: number): fc.Arbitrary<NarrativeFacts['tier']> {
  const plain = (value: TierValue, movement: TierMovement | null) =>
    fc.constant({ value, movement, consecutiveYears: null, waiver: false });
  const special = fc.integer({ min: 2, max: 25 }).map((count) => ({
    value: 'special-case' as const,
    movement: 'remained' as const,
    consecutiveYears: count,
    waiver: false,
  }));
  return fc.oneof(special, year <= 2015 ? oldTier(plain) : newTier(plain));
}

type Plain = (value: TierValue, movement: TierMovement | null) => fc.Arbitrary<NarrativeFacts['tier']>;

function oldTier(plain: Plain): fc.Arbitrary<NarrativeFacts['tier']> {
  return fc.oneof(
    plain('tier-1', null),
    plain('tier-2', null),
    plain('tier-3', null),
    plain('tier-2-watch-list', null),
    watchListYears(),
  );
}

function newTier(plain: Plain): fc.Arbitrary<NarrativeFacts['tier']> {
  return fc.oneof(
    plain('tier-1', 'remained'),
    plain('tier-1', 'upgraded'),
    plain('tier-2', 'remained'),
    plain('tier-2', 'upgraded'),
    plain('tier-2', 'downgraded'),
    plain('tier-3', 'remained'),
    plain('tier-3', 'downgraded'),
    plain('tier-2-watch-list', 'downgraded'),
    plain('tier-2-watch-list', 'upgraded'),
    watchListYears(),
  );
}

function watchListYears(): fc.Arbitrary<NarrativeFacts['tier']> {
  return fc.record({
    value: fc.constant('tier-2-watch-list' as const),
    movement: fc.constant('remained' as const),
    consecutiveYears: fc.integer({ min: 2, max: 12 }),
    waiver: fc.boolean(),
  });
}

function formOf(year: number): fc.Arbitrary<NarrativeForm> {
  const modern = year >= 2019;
  return fc.record({
    separator: modern ? fc.constantFrom(...MODERN_SEPARATORS) : fc.constant('semicolons' as const),
    listHeading: fc.constantFrom(...(modern ? MODERN_HEADINGS : OLD_HEADINGS)),
    tierHeading: fc.constantFrom('colon' as const, 'capitals' as const, 'brackets' as const),
    order: fc.constant(year <= 2016 ? ('profile-first' as const) : ('tier-first' as const)),
    wrapper: fc.constantFrom(
      'none' as const,
      'banner' as const,
      'citation' as const,
      'menu' as const,
      'collector' as const,
      'news' as const,
    ),
    container: fc.constantFrom('text' as const, 'wrapped-text' as const, 'html' as const),
  });
}
