/** What happened in a world, line by line. The same seed writes the same, byte for byte. */
export interface Trace {
  note(line: string): void;
  lines(): readonly string[];
}

export const newTrace = (now: () => number): Trace => {
  const lines: string[] = [];
  return {
    note: (line) => void lines.push(`${String(now()).padStart(7)} ${line}`),
    lines: () => lines,
  };
};
