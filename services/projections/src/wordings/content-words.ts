/** Words that carry a sentence and not its matter. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a all also an and any are as at be been by can do each for from further has have if in including into is it its ' +
    'may more most must no not of on or other out per shall should such than that the their them these they this ' +
    'those through to under upon use using was well when where which while who whose will with within without'
  ).split(' '),
);

const ENDINGS = [
  'ations',
  'ation',
  'ingly',
  'ments',
  'ment',
  'ings',
  'ing',
  'ions',
  'ion',
  'ies',
  'ers',
  'ed',
  'er',
  'es',
  's',
  'y',
  'e',
];

/** Cuts the ending off, so that "prosecute", "prosecutes" and "prosecution" count as one word. At least four letters stay. */
const stem = (word: string): string => {
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
};

/** The words of a text that say what it asks for, without regard to case, accents, form and order. */
export const contentWords = (text: string): ReadonlySet<string> => {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  return new Set((words ?? []).filter((word) => !STOP_WORDS.has(word)).map(stem));
};
