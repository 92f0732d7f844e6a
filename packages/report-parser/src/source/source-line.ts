/** One line of the file after folding its white space; several when one line of the file was broken up. */
export type SourceLine = {
  /** Its number in the file as saved, from 1. */
  number: number;
  text: string;
  /** It carried a list mark, which has been taken off. */
  marked: boolean;
  /** A blank line, or the border of a block of the page, stands before it. */
  gap: boolean;
  /** It ended with a soft hyphen: the next line goes on within the word. */
  glued: boolean;
  /** It had a wide gap of white space inside, as columns of a page have. */
  wide: boolean;
  kind: LineKind;
};

export type LineKind = 'text' | 'tier-heading' | 'recommendations-heading' | 'section-heading' | 'list-end';

export type SourceText = {
  lines: SourceLine[];
  /** The page's own end was seen (HTML only), so that it was not cut off. */
  closed: boolean;
  /** The address the file itself gives. */
  address: string | null;
  /** The title of the page, which the text does not show (HTML only). */
  title: { text: string; line: number } | null;
};
