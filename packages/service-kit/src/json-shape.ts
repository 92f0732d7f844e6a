/** How intricate a JSON text may be. */
export interface JsonBounds {
  /** Values in all, the members of objects and lists among them. */
  readonly values: number;
  /** Objects and lists within each other. */
  readonly depth: number;
}

/** More than any command, question or import has, and little enough to be read in a few milliseconds. */
export const jsonBounds: JsonBounds = { values: 10_000, depth: 32 };

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Whether a JSON text stays within the bounds, found out without making a value of it: a few bytes of text can stand for
 * an object of fifty. Says nothing about faulty JSON.
 */
export const isWithin = (json: Uint8Array, { values, depth }: JsonBounds): boolean => {
  let count = 1;
  let level = 0;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case QUOTE:
        at = endOfText(json, at + 1);
        break;
      case COMMA:
        count += 1;
        break;
      case LIST:
      case OBJECT:
        count += 1;
        level += 1;
        break;
      case LIST_END:
      case OBJECT_END:
        level -= 1;
    }
    if (count > values || level > depth) return false;
  }
  return true;
};

/** Where the quotation mark stands that ends a text. */
const endOfText = (json: Uint8Array, start: number): number => {
  let at = start;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
};
