import fc from 'fast-check';

/** Text that has broken programs before: scripts, queries, formulas, names of properties, and what Unicode has in store. */
export const trickyTexts: readonly string[] = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  "'; DROP TABLE events; --",
  '=HYPERLINK("http://example.org")',
  '"quoted" AND NEAR(a b) OR *',
  '../../etc/passwd',
  '%00%2e%2e%2f',
  '${process.exit(1)}',
  'e\u0301te\u0301',
  '\u202Etxet desrever\u202C',
  'zero\u200Bwidth\u200D\u2060joined\uFEFF',
  '\u0627\u0644\u0633\u0644\u0627\u0645 \u05E9\u05DC\u05D5\u05DD',
  '👩‍👩‍👧‍👦🏴‍☠️ 🇽🇰',
  'Z̸͎̕a̷̛̙l̶̰̈g̵͇̽o̴̘͝',
  '\uFFFE noncharacter \u{10FFFF}',
  'İstanbul ıI ſ ß ﬃ',
  '\u2028 line \u2029 separators',
  'lone \uD800 surrogate',
];

/** Looks like the text and is not: another form of the same letters, invisible signs, other digits, another end. */
export const disguised = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    text.normalize('NFD'),
    text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    text.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
    text.replace(/[A-Z]/g, (letter) => String.fromCodePoint(0xff21 + letter.charCodeAt(0) - 65)),
    `${text.slice(0, 3)}\u200B${text.slice(3)}`,
    `\u202E${text}`,
    `${text}\u0000`,
    `${text}\uD800`,
    `${text}\n`,
    ` ${text} `,
    `${text}\u0301`,
    text.toLowerCase(),
    text.replaceAll('-', '\u2010'),
    `${text}/../${text}`,
    `${text}%00`,
    text.repeat(50),
  );
