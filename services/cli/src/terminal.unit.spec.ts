import { describe, expect, test } from 'vitest';
import { terminalOn } from './terminal.ts';

const watched = (isTTY: boolean) => {
  const result: string[] = [];
  const remarks: string[] = [];
  const terminal = terminalOn(
    { write: (text) => result.push(text) },
    { write: (text) => remarks.push(text), isTTY, columns: 20 },
  );
  return { terminal, result: () => result.join(''), remarks: () => remarks.join('') };
};

describe('where somebody watches', () => {
  test('progress takes one line and leaves nothing behind', () => {
    const { terminal, result, remarks } = watched(true);
    terminal.progress('1 of 2');
    terminal.progress('2 of 2');
    terminal.print('new  XKD-2024');
    terminal.say('1 new');

    expect(result()).toBe('new  XKD-2024\n');
    expect(remarks()).toBe('1 of 2\r\u001B[2K2 of 2\r\u001B[2K1 new\n');
  });

  test('progress never wraps', () => {
    const { terminal, remarks } = watched(true);
    terminal.progress('1 of 2  a/very/long/path/to/a/narrative.html');

    expect(remarks()).toHaveLength(19);
  });
});

test('where nobody watches there is no progress', () => {
  const { terminal, remarks } = watched(false);
  terminal.progress('1 of 2');
  terminal.say('done');

  expect(remarks()).toBe('done\n');
});
