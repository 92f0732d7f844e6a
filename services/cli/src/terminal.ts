/** Where a command writes: results to one place, everything said about them to the other. */
export interface Terminal {
  /** One line of the result. */
  print(line: string): void;
  /** One line for the person: what went wrong, what was left aside, how it ended. */
  say(line: string): void;
  /** Replaces the progress line of before; nothing where nobody watches. The empty string takes it away. */
  progress(line: string): void;
  /** Whoever read the result has seen enough (`demarche parse ... | head`). What only prints may end. */
  readonly readerGone: boolean;
  /** How many characters fit on a line of the result; a page's width where it goes to a file. */
  readonly width: number;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** True once nobody reads any more. */
  readonly destroyed?: boolean;
}

const PAGE_WIDTH = 120;
const CLEAR_LINE = '\r\u001B[2K';

export const terminalOn = (result: Output, remarks: Output): Terminal => {
  let shown = false;
  const clear = (): string => {
    const text = shown ? CLEAR_LINE : '';
    shown = false;
    return text;
  };
  return {
    print(line) {
      if (shown) remarks.write(clear());
      result.write(`${line}\n`);
    },
    say: (line) => remarks.write(`${clear()}${line}\n`),
    progress(line) {
      if (!remarks.isTTY) return;
      remarks.write(`${clear()}${line.slice(0, (remarks.columns || 80) - 1)}`);
      shown = line !== '';
    },
    get readerGone() {
      return result.destroyed === true;
    },
    get width() {
      return result.columns ?? PAGE_WIDTH;
    },
  };
};
