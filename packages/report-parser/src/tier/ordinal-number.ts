const ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];

/** Any English ordinal or cardinal below a hundred, in words or figures: "second", "twenty-first", "19th", "two". */
export function ordinalNumber(words: string): number | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
  const figures = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  if (figures !== null) return Number(figures[1]);
  return small(text) ?? tens(text);
}

function small(text: string): number | null {
  const ordinal = ONES.indexOf(text);
  if (ordinal > 0) return ordinal;
  const cardinal = CARDINALS.indexOf(text);
  return cardinal > 0 ? cardinal : null;
}

function tens(text: string): number | null {
  const [first = '', second] = text.split(' ');
  const ten = TENS.findIndex((stem) => stem !== '' && (first === `${stem}y` || first === `${stem}ieth`));
  if (ten < 0) return null;
  if (second === undefined) return ten * 10;
  const rest = small(second);
  return rest === null || rest > 9 ? null : ten * 10 + rest;
}
