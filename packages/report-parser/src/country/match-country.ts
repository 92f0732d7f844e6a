import { type CountryRegister, LONGEST_NAME } from './country-register.ts';

export type CountryMatch = { iso3: string; words: string };

const STYLE =
  /^(?:the )?(?:(?:federal |federative |democratic |socialist |islamic |co-?operative |people[’']?s |united |arab )*(?:kingdom|republic|state|states|commonwealth|union|principality|sultanate|grand duchy|federation|government)) of (?:the )?/i;
const NAME_WORD = /^[“"]?(?:[A-ZÀ-Þ&]|d[’']|of$|and$|the$|da$|e[A-Z])/;
const JOINT = new Set(['of', 'and', 'the', 'da']);

/**
 * The country whose name begins the text and is all of the name that stands there: "Guinea" is not found in "Guinea West".
 */
export function countryAtStart(text: string, register: CountryRegister): CountryMatch | null {
  return nameAtStart(text, register) ?? nameAtStart(text.replace(STYLE, ''), register);
}

function nameAtStart(text: string, register: CountryRegister): CountryMatch | null {
  const words = nameWords(text);
  while (words.length > 0) {
    const name = words.join(' ').replace(/[,;:.)”"]+$/, '');
    const iso3 = register.find(name);
    if (iso3 !== undefined) return { iso3, words: name };
    if (!JOINT.has(words.pop() ?? '')) return null;
  }
  return null;
}

function nameWords(text: string): string[] {
  const words: string[] = [];
  for (const word of text.slice(0, 160).trim().split(' ').slice(0, LONGEST_NAME)) {
    if (!NAME_WORD.test(word)) break;
    words.push(word);
    if (/[;:.)]$/.test(word) && !/^[A-Z][a-z]?\.$/.test(word)) break;
  }
  return words;
}

/** The longest country name that ends the text. */
export function countryAtEnd(text: string, register: CountryRegister): CountryMatch | null {
  const words = text.slice(-160).trim().split(' ').slice(-LONGEST_NAME);
  for (let start = 0; start < words.length; start += 1) {
    const name = words.slice(start).join(' ');
    const iso3 = register.find(name);
    if (iso3 !== undefined) return { iso3, words: name };
  }
  return null;
}
