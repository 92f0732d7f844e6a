import { gzipSync } from 'node:zlib';
import { type Attack, times } from './attack.ts';

const MB = 1_000_000;

const files: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['random bytes', Buffer.from(times(100_000, (at) => (at * 7_919 + (at >> 3)) % 256))],
  ['nothing', Buffer.alloc(0)],
  ['NUL', Buffer.alloc(MB)],
  ['more than five megabytes', Buffer.alloc(5.5 * MB, 'x')],
  ['one line of blanks', Buffer.alloc(4 * MB, ' ')],
  ['one line of commas', Buffer.alloc(4 * MB, 'a, ')],
  ['a million line breaks', Buffer.alloc(MB, '\n')],
  ['deep HTML', Buffer.from('<div>'.repeat(500_000))],
  ['an open tag', Buffer.from(`<p ${'a="b" '.repeat(500_000)}`)],
  ['a table without an end', Buffer.from('<table><tr><td>'.repeat(200_000))],
  ['HTML with entities', Buffer.from(`<p>${'&amp;&#0;&#x110000;&bogus;'.repeat(100_000)}</p>`)],
  [
    'scripts',
    Buffer.from(
      '<script>while(true);</script><img src=x onerror=alert(1)><iframe src=file:///etc/passwd>'.repeat(5_000),
    ),
  ],
  [
    'XML that grows',
    Buffer.from('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'),
  ],
  ['a compressed file', gzipSync(Buffer.alloc(MB))],
  ['half a PDF', Buffer.from(`%PDF-1.7\n${'1 0 obj<</Length 1>>stream\n'.repeat(10_000)}`)],
  ['UTF-16', Buffer.from(`\uFEFF${'KALDARA (Tier 2)\n'.repeat(1_000)}`, 'utf16le')],
  ['half a letter', Buffer.from([0xff, 0xfe, 0xd8, 0x00, 0xc3, 0x28])],
  ['ten thousand headings', Buffer.from('KALDARA (Tier 2)\n\nPRIORITIZED RECOMMENDATIONS:\n\n'.repeat(10_000))],
  [
    'fifty thousand items',
    Buffer.from(`KALDARA (Tier 2)\n\nPRIORITIZED RECOMMENDATIONS:\n\n${'• Enact the law.\n\n'.repeat(50_000)}`),
  ],
  [
    'one item of a megabyte',
    Buffer.from(`KALDARA (Tier 2)\n\nPRIORITIZED RECOMMENDATIONS:\n\n• ${'Enact; '.repeat(150_000)}`),
  ],
  [
    'bullets within bullets',
    Buffer.from(`KALDARA (Tier 2)\n\nPRIORITIZED RECOMMENDATIONS:\n\n${'•–*‣'.repeat(200_000)}`),
  ],
];

const preview = (name: string, body: object, expected: readonly number[]): Attack => ({
  name,
  expected,
  async run({ wire, cookie }) {
    const headers = { 'content-type': 'application/json', cookie };
    const { status, text } = await wire.send({ path: '/import/preview', headers, body: JSON.stringify(body) });
    const { files: rows = [] } = JSON.parse(text) as { files?: { outcome: string }[] };
    return { outcome: status, faults: status === 200 && rows.length === 0 ? ['nothing was said of the file'] : [] };
  },
});

const small = { name: 'a', contentBase64: 'QQ==' };
const TRICKY_NAMES = ['../../etc/passwd', '__proto__', 'a\u0000b', '\u202Etxt.exe', 'x'.repeat(301), '', '<b>.html'];

/** Files that no government wrote, and requests around them. */
export const hostileFiles: readonly Attack[] = [
  ...files.map(([name, bytes]) =>
    preview(name, { files: [{ name: `${name}.html`, contentBase64: bytes.toString('base64'), split: true }] }, [200]),
  ),
  ...TRICKY_NAMES.map((name) => preview('a tricky name', { files: [{ name, contentBase64: 'QQ==' }] }, [200, 400])),
  preview('no base64', { files: [{ name: 'a', contentBase64: '!!!' }] }, [400]),
  preview('51 files', { files: times(51, () => small) }, [400]),
  preview('50 files', { files: times(50, () => small) }, [200]),
  preview(
    'faulty hints',
    { files: [{ name: 'a', contentBase64: 'QQ==' }], hints: { reportYear: 1e99, country: '\u0000' } },
    [400],
  ),
];
