import type { Entry, Report } from './preview.ts';

type Change = readonly [field: string, read: unknown, saved: unknown];
type Items = Report['recommendations'];

/** How many items at the beginning, or at the end, stand as they were read. */
const untouched = (read: Items, saved: Items): number => {
  const index = read.findIndex(({ text }, at) => saved[at]?.text !== text);
  return index === -1 ? Math.min(read.length, saved.length) : index;
};

/** Items around the changed ones stand as they were read, so that one put in or taken out is one amendment. */
const itemChanges = (read: Items, saved: Items): readonly Change[] => {
  const first = untouched(read, saved);
  const [before, after] = [read.slice(first), saved.slice(first)];
  const last = untouched(before.toReversed(), after.toReversed());
  const changed = Math.max(before.length, after.length) - last;
  const wordsAt = (items: Items, index: number): string => items.slice(0, items.length - last)[index]?.text ?? '';
  return Array.from({ length: changed }, (_, index) => [
    `recommendations.${first + index}`,
    wordsAt(before, index),
    wordsAt(after, index),
  ]);
};

const NO_TIER = { value: null, movement: null, consecutiveYears: null, waiver: false };

const tierChanges = (read: Report['tier'], saved: Report['tier']): readonly Change[] => {
  const [before, after] = [read ?? NO_TIER, saved ?? NO_TIER];
  return [
    ['tier', before.value, after.value],
    ['tier.movement', before.movement, after.movement],
    ['tier.consecutiveYears', before.consecutiveYears, after.consecutiveYears],
    ['tier.waiver', before.waiver, after.waiver],
  ];
};

const fieldChanges = (read: Report, saved: Report): readonly Change[] => [
  ['country', read.country, saved.country],
  ['countryName', read.countryName, saved.countryName],
  ['reportYear', read.reportYear, saved.reportYear],
  ['publishedOn', read.publishedOn, saved.publishedOn],
  ...tierChanges(read.tier, saved.tier),
  ['section', read.section, saved.section],
];

const inWords = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value ?? '').slice(0, 4_000);
};

/** What a person changed against what was read, field by field, to be kept with the report. */
export const amendmentsOf = (read: Report, saved: Report): Report['amendments'] =>
  [...fieldChanges(read, saved), ...itemChanges(read.recommendations, saved.recommendations)]
    .map(([field, before, after]) => ({ field, read: inWords(before), saved: inWords(after) }))
    .filter(({ read: before, saved: after }) => before !== after);

/** The command that brings it in: an item left empty is one taken out. */
export const publishInput = ({ row, report, checked }: Entry): object => {
  if (!report || !row?.report) return {};
  const { publishedOn, ...rest } = report;
  const saved = { ...report, recommendations: report.recommendations.filter(({ text }) => text.trim() !== '') };
  const confirmed = checked
    ? row.toConfirm.map(({ message }) => ({ field: 'confirmed', read: message, saved: 'checked' }))
    : [];
  return {
    ...rest,
    recommendations: saved.recommendations,
    ...(publishedOn ? { publishedOn } : {}),
    amendments: [...amendmentsOf(row.report, saved), ...confirmed],
  };
};
