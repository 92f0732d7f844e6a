const DROPPED = new Set(['the']);
const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['is', 'islands'],
  ['rep', 'republic'],
  ['dem', 'democratic'],
  ['fed', 'federal'],
]);

/** The form in which two spellings of one name are equal: no case, accents, punctuation or article; `&` is `and`. */
export function countryKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’'`´.]/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/[^a-zıøłđ0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => !DROPPED.has(word))
    .map((word) => ABBREVIATED.get(word) ?? word)
    .join(' ');
}
