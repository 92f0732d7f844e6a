export type Sentence = { text: string; offset: number; terminated: boolean };

const END = /[.!?][”"’')\]]*(?=\s|[A-Z“"(•*]|$)/g;
const ABBREVIATION =
  /(?:^|[\s(“"])(?:[A-Z]|U\.S|U\.N|U\.K|e\.g|i\.e|No|Nos|Art|Arts|Sec|St|Mr|Mrs|Ms|Dr|Gen|Col|Sgt|Inc|Ltd|Co|vs|etc|approx|para|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)$/;
const GOES_ON = /^\s*[a-z,;:)]/;

/** Prose to sentences. A full stop before a capital ends one even where a copy lost the space between. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of text.matchAll(END)) {
    const after = end.index + end[0].length;
    if (!endsSentence(text, end.index, after)) continue;
    sentences.push(sentence(text, start, after, true));
    start = after;
  }
  sentences.push(sentence(text, start, text.length, false));
  return sentences.filter((each) => each.text !== '');
}

function sentence(text: string, start: number, end: number, terminated: boolean): Sentence {
  const raw = text.slice(start, end);
  return { text: raw.trim(), offset: start + (raw.length - raw.trimStart().length), terminated };
}

/** Whether the full stop at `stop` closes a sentence that goes on, or not, at `after`. */
export function endsSentence(text: string, stop: number, after: number): boolean {
  if (text.charAt(stop) !== '.') return true;
  if (GOES_ON.test(text.slice(after, after + 4))) return false;
  return !endsInAbbreviation(text.slice(Math.max(0, stop - 12), stop));
}

/** Whether the words before a full stop are an abbreviation, so that the full stop closes nothing. */
function endsInAbbreviation(beforeStop: string): boolean {
  return ABBREVIATION.test(beforeStop);
}

/** Whether a piece of text ends as a sentence does, and not at an abbreviation. */
export function isTerminated(text: string): boolean {
  const end = /[.!?][”"’')\]]*$/.exec(text.slice(-16));
  if (end === null) return false;
  const stop = text.length - end[0].length;
  return text.charAt(stop) !== '.' || !endsInAbbreviation(text.slice(Math.max(0, stop - 12), stop));
}
