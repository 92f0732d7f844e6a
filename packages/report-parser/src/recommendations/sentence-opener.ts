import { isImperative } from './imperative-verbs.ts';

/**
 * How a piece of text opens: `imperative` as a recommendation does, `prose` as an account of what a government did
 * does, `unknown` when the first words do not tell.
 */
export type Opener = 'imperative' | 'prose' | 'unknown';

const PROSE = new Set(
  (
    'the this these those that it its they their there he she his her such some many most several all each every no none ' +
    'both however although though despite nevertheless nonetheless moreover furthermore additionally also similarly ' +
    'government governments authorities officials police courts prosecutors judges law laws article articles section ' +
    'observers ngos media traffickers victims women men children migrants employers workers civil international ' +
    'we i you our my'
  ).split(' '),
);
/** Words that open a phrase before the verb: "In coordination with NGOs, develop ...", "While respecting ..., cease ...". */
const PHRASE = new Set(
  (
    'in with while as to within through throughout consistent when whenever upon where wherever pursuant without during ' +
    'under given if using following at for on per along across after before by among alongside in-line based building ' +
    'once until unless using beyond until together considering taking where subject'
  ).split(' '),
);
const ADVERBS = new Set('further also again better more once never always not fully'.split(' '));
const WORD = /[\p{L}’'-]+/uy;
const PHRASE_REACH = 260;
/** All that can tell how a text opens. */
const OPENING = 320;

export function openerOf(whole: string): Opener {
  const text = whole.slice(0, OPENING);
  const first = wordAt(text, text.search(/[\p{L}]/u));
  if (first === null) return 'unknown';
  const word = first.word.toLowerCase();
  if (isImperative(word)) return 'imperative';
  if (isAdverb(word)) return afterAdverb(text, first.end);
  if (PHRASE.has(word)) return afterPhrase(text);
  return PROSE.has(word) || /[’']s$/.test(word) ? 'prose' : 'unknown';
}

/** Whether a word's own shape forbids it as a verb in the imperative: "Women", "Increased", "Screening". */
export function cannotOpen(whole: string): boolean {
  const text = whole.slice(0, OPENING);
  const first = wordAt(text, text.search(/[\p{L}]/u));
  if (first === null) return true;
  const word = first.word.toLowerCase();
  return (
    PROSE.has(word) || /(?:[^s]s|ed|ing|tion|ment|ity|ness)$/.test(word) || /^(?:a|an|other|another|any|or)$/.test(word)
  );
}

function afterAdverb(text: string, from: number): Opener {
  const next = wordAfter(text, from);
  if (next === null) return 'unknown';
  const word = next.word.toLowerCase();
  if (word === 'and' || word === 'but' || isAdverb(word)) return afterAdverb(text, next.end);
  if (isImperative(word)) return 'imperative';
  return PROSE.has(word) ? 'prose' : 'unknown';
}

function isAdverb(word: string): boolean {
  return (word.endsWith('ly') && word.length > 4) || ADVERBS.has(word);
}

/** A phrase is a recommendation's when a verb follows one of its commas; prose has a subject there. */
function afterPhrase(text: string): Opener {
  const reach = text.slice(0, PHRASE_REACH);
  let comma = reach.indexOf(',');
  let turn = 0;
  while (comma >= 0 && turn < 4) {
    const next = wordAfter(reach, comma + 1);
    if (next !== null && PROSE.has(next.word.toLowerCase())) return 'prose';
    if (next !== null && opensWithVerb(reach, next)) return 'imperative';
    comma = reach.indexOf(',', comma + 1);
    turn += 1;
  }
  return 'unknown';
}

function opensWithVerb(text: string, next: { word: string; end: number }): boolean {
  const word = next.word.toLowerCase();
  return isImperative(word) || (isAdverb(word) && afterAdverb(text, next.end) === 'imperative');
}

function wordAfter(text: string, from: number): { word: string; end: number } | null {
  let at = from;
  while (at < text.length && /[\s,(“"]/.test(text.charAt(at))) at += 1;
  return wordAt(text, at);
}

function wordAt(text: string, at: number): { word: string; end: number } | null {
  if (at < 0) return null;
  WORD.lastIndex = at;
  const found = WORD.exec(text);
  return found === null ? null : { word: found[0], end: at + found[0].length };
}
