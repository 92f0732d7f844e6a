import type { LineageRelation } from '@demarche/contracts';
import { contentWords } from './content-words.ts';

export interface Text {
  readonly reference: string;
  readonly ordinal: number;
  readonly text: string;
}

export interface WordingMatch {
  readonly reference: string;
  readonly previous: string | null;
  readonly relation: LineageRelation;
}

/**
 * From this share of common content words on, two texts are held to ask for the same. Below 0.6, recommendations that
 * merely share the field's stock words (traffickers, victims, officials, investigate) begin to meet; above it, requests
 * that were only sharpened or shortened by a clause are still found.
 */
export const SIMILAR_FROM = 0.6;

const normalised = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** Twice the common words over all words of both (Dice). */
const similarity = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size + other.size === 0) return 0;
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return (2 * common) / (one.size + other.size);
};

interface Candidate {
  readonly now: Text;
  readonly before: Text;
  readonly score: number;
  readonly same: boolean;
}

const isSimilar = ({ same, score }: Candidate): boolean => same || score >= SIMILAR_FROM;

/** The best pair first; between equals the one that kept its place, then the earlier in the list: never by chance. */
const better = (one: Candidate, other: Candidate): number =>
  Number(other.same) - Number(one.same) ||
  other.score - one.score ||
  Math.abs(one.now.ordinal - one.before.ordinal) - Math.abs(other.now.ordinal - other.before.ordinal) ||
  one.now.ordinal - other.now.ordinal ||
  one.before.ordinal - other.before.ordinal;

interface Wording {
  readonly plain: string;
  readonly words: ReadonlySet<string>;
}

/** As many as a year's reports of all countries hold, and half as many again: each text is met again a year later. */
const REMEMBERED = 4_096;
const remembered = new Map<string, Wording>();

/** Taken apart once for as long as it is remembered. What is remembered depends on the text alone, so it cannot be out of date. */
const wordingOf = (text: string): Wording => {
  const known = remembered.get(text);
  // Set again, it is the youngest: what was not asked for longest is forgotten first.
  if (known) remembered.delete(text);
  const wording = known ?? { plain: normalised(text), words: contentWords(text) };
  remembered.set(text, wording);
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  return wording;
};

const prepared = (texts: readonly Text[]) => texts.map((item) => ({ item, ...wordingOf(item.text) }));

/**
 * Finds for each text of a report the one of the report before that asks for the same, in the same or in similar words.
 * Each text of either report is used once; the result depends on the two lists alone.
 */
export const matchWordings = (report: readonly Text[], before: readonly Text[]): readonly WordingMatch[] => {
  const earlier = prepared(before);
  const candidates = prepared(report).flatMap(({ item: now, plain, words }) =>
    earlier.map(
      (other): Candidate => ({
        now,
        before: other.item,
        score: similarity(words, other.words),
        same: plain === other.plain,
      }),
    ),
  );
  const matches = new Map<string, WordingMatch>();
  const used = new Set<string>();
  for (const {
    now,
    before: { reference: previous },
    same,
  } of candidates.filter(isSimilar).sort(better)) {
    if (matches.has(now.reference) || used.has(previous)) continue;
    used.add(previous);
    matches.set(now.reference, {
      reference: now.reference,
      previous,
      relation: same ? 'same_wording' : 'similar_wording',
    });
  }
  return report.map(({ reference }) => matches.get(reference) ?? { reference, previous: null, relation: 'new' });
};
