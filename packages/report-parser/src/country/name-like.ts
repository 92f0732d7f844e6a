const SMALL_WORDS = new Set(['of', 'and', 'the', 'da', 'de', 'du', 'y']);
const NAME_WORD = /^[“"(]?(?:\p{Lu}|&|d[’']|e\p{Lu})/u;

/** Capitalised words only, as in a country's name; a sentence has others among them. */
export function isNameLike(label: string): boolean {
  const text = label.trim();
  const words = text.split(' ');
  if (words.length > 10 || !/^[“"(]?(?:\p{Lu}|e\p{Lu}|the )/u.test(text)) return false;
  return words.every((word) => NAME_WORD.test(word) || SMALL_WORDS.has(word.toLowerCase()));
}
