import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { cleanLine } from './clean-line.ts';
import type { SourceLine, SourceText } from './source-line.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure form ' +
    'footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** Elements whose end shows that the page was not cut off inside the narrative. */
const ENDS = new Set(['body', 'html', 'main', 'article']);
const LISTS = new Set(['ul', 'ol']);
/** Elements whose words are never part of a narrative. */
const SKIPPED = new Set('nav footer noscript template svg button select iframe object textarea head'.split(' '));
const RAW: ReadonlyMap<string, number> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
]);

/**
 * A page to lines of text. Only the tokenizer of parse5 is used, not its tree: the cost stays linear in the length of
 * the page however deeply its elements are nested, and a page that was cut off anywhere still gives all its words.
 */
export function htmlToLines(html: string): SourceText {
  const reader = new PageReader();
  const tokenizer = new Tokenizer({}, reader);
  reader.setMode = (mode) => {
    tokenizer.state = mode;
  };
  reader.lineNow = () => tokenizer.preprocessor.line;
  tokenizer.write(html, true);
  return reader.result();
}

class PageReader {
  setMode: (mode: number) => void = () => {};
  /** The line the tokenizer has come to. */
  lineNow: () => number = () => 1;
  private readonly lines: SourceLine[] = [];
  private skipping: { name: string; depth: number } | null = null;
  private raw: string | null = null;
  private buffer = '';
  private line = 1;
  private gap = true;
  private item = false;
  private pre = false;
  private titleWords = '';
  private closed = false;
  private address: string | null = null;
  private title: { text: string; line: number } | null = null;

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    this.readAddress(name, token);
    const raw = RAW.get(name);
    if (raw !== undefined) {
      this.raw = name;
      this.setMode(raw);
    } else if (!this.skip(name, token.selfClosing)) {
      this.openBlock(name);
    }
  }

  /** Only elements of the name that began the skipping are counted, so that no stack can grow. */
  private skip(name: string, selfClosing: boolean): boolean {
    if (this.skipping !== null && this.endsSkipping(name)) this.skipping = null;
    if (this.skipping !== null) {
      if (this.skipping.name === name && !selfClosing) this.skipping.depth += 1;
      return true;
    }
    if (!SKIPPED.has(name) || selfClosing) return false;
    this.flush(true);
    this.skipping = { name, depth: 1 };
    return true;
  }

  /** A page may leave its head or a menu open. */
  private endsSkipping(name: string): boolean {
    return name === 'body' || name === 'main' || (this.skipping?.name === 'head' && BLOCKS.has(name));
  }

  private openBlock(name: string): void {
    if (name === 'br') this.flush(false);
    if (!BLOCKS.has(name)) return;
    this.flush(name !== 'td' && name !== 'th');
    if (name === 'li') this.item = true;
    if (name === 'pre') this.pre = true;
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (this.raw === name) {
      this.endRaw(name);
      return;
    }
    if (this.skipping !== null) {
      if (this.skipping.name === name) this.skipping.depth -= 1;
      if (this.skipping.depth === 0) this.skipping = null;
      return;
    }
    this.closeBlock(name);
  }

  private endRaw(name: string): void {
    this.raw = null;
    const text = this.titleWords.replace(/[\n\r\t ]+/g, ' ').trim();
    if (name === 'title' && text !== '') this.title ??= { text, line: this.lineNow() };
  }

  private closeBlock(name: string): void {
    if (!BLOCKS.has(name)) return;
    this.flush(true);
    if (name === 'pre') this.pre = false;
    if (name === 'li') this.item = false;
    if (ENDS.has(name)) this.closed = true;
    if (LISTS.has(name)) this.endList();
  }

  private endList(): void {
    const last = this.lines.at(-1);
    if (last === undefined || last.kind === 'list-end') return;
    this.lines.push({ ...last, text: '', marked: false, gap: true, kind: 'list-end' });
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.raw === 'title') this.titleWords += chars;
    if (this.raw === null && this.skipping === null) this.read(chars);
  }

  private read(chars: string): void {
    if (this.buffer === '') this.line = this.lineNow() - lineBreaks(chars);
    if (this.pre) this.readPreformatted(chars);
    else this.buffer += chars;
  }

  /** The tokenizer hands white space over by itself; before the first word of a block it means nothing. */
  onWhitespaceCharacter(token: Token.CharacterToken): void {
    if (this.buffer !== '' || this.pre || this.raw !== null) this.onCharacter(token);
  }

  private readPreformatted(chars: string): void {
    chars.split('\n').forEach((part, index) => {
      if (index > 0) {
        this.flush(this.buffer.trim() === '');
        this.line += 1;
      }
      this.buffer += part;
    });
  }

  private flush(gap: boolean): void {
    const line = cleanLine(this.buffer.replace(/[\n\r\f]/g, ' '), this.line, this.gap);
    this.buffer = '';
    if (line.text !== '') {
      this.lines.push({ ...line, wide: false, marked: line.marked || this.item });
      this.item = false;
      this.gap = gap;
    } else if (gap) {
      this.gap = true;
    }
  }

  private readAddress(name: string, token: Token.TagToken): void {
    if (this.address !== null || (name !== 'link' && name !== 'meta')) return;
    const address = addressIn(new Map(token.attrs.map(({ name: key, value }) => [key, value])));
    if (address?.startsWith('http')) this.address = address;
  }

  onComment(token: Token.CommentToken): void {
    const saved = /saved from url=\(\d+\)(\S{1,500})/.exec(token.data.slice(0, 600));
    if (saved?.[1] !== undefined) this.address ??= saved[1];
  }

  onDoctype(): void {}
  onNullCharacter(): void {}
  onEof(): void {}

  result(): SourceText {
    this.flush(true);
    return { lines: this.lines, closed: this.closed, address: this.address, title: this.title };
  }
}

function addressIn(attributes: ReadonlyMap<string, string>): string | undefined {
  if (attributes.get('rel') === 'canonical') return attributes.get('href');
  return attributes.get('property') === 'og:url' ? attributes.get('content') : undefined;
}

function lineBreaks(chars: string): number {
  let breaks = 0;
  for (let at = chars.indexOf('\n'); at >= 0; at = chars.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
