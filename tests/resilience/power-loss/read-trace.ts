import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A system call that came back without an error. */
export interface SystemCall {
  readonly name: string;
  /** Numbers and flags as they stand in the trace; strings as their bytes. */
  readonly arguments: readonly (string | Buffer)[];
  readonly result: number;
}

/** `pwrite64(21, "\x53…", 4096, 0) = 4096`; a call that failed (`= -1 ENOENT`) matters to nobody. */
const CALL = /^(\w+)\((.*)\)\s+= (\d+)/s;
const ARGUMENT = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|[^,\s][^,]*/g;

/** The calls in a file that `strace -xx` wrote. */
export async function* readTrace(file: string): AsyncGenerator<SystemCall> {
  for await (const line of createInterface({ input: createReadStream(file, 'latin1') })) {
    const [, name, list, result] = CALL.exec(line) ?? [];
    if (!name || list === undefined) continue;
    yield { name, arguments: [...list.matchAll(ARGUMENT)].map(argumentOf), result: Number(result) };
  }
}

const argumentOf = ([whole, bytes, cut]: RegExpExecArray): string | Buffer => {
  if (bytes === undefined) return whole;
  if (cut) throw new Error('The trace is cut: strace was told to keep too little of each string');
  return Buffer.from(bytes.replaceAll('\\x', ''), 'hex');
};
