import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A system call that came back without an error. */
export interface SystemCall {
  readonly name: string;
  /** Numbers and flags as they stand in the trace; strings as their bytes. */
  readonly arguments: readonly (string | Buffer)[];
  readonly result: number;
}

/** `4711 pwrite64(21, "\x53…", 4096, 0) = 4096`; a call that failed (`= -1 ENOENT`) matters to nobody. */
const CALL = /^(\w+)\((.*)\)\s+= (\d+)/s;
const ARGUMENT = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?|[^,\s][^,]*/g;
const UNFINISHED = ' <unfinished ...>';
const RESUMED = /^<\.\.\. \w+ resumed>/;
/** Another thread may be given the number of a file before this call has come back. */
const CLOSING = /^close\(\d+$/;

/**
 * The calls of all threads in a file that `strace -f -xx` wrote, in the order in which they came back; a file is closed as
 * soon as that is begun.
 */
export async function* readTrace(file: string): AsyncGenerator<SystemCall> {
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(file, 'latin1') })) {
    const space = line.indexOf(' ');
    const thread = line.slice(0, space);
    const said = line.slice(space).trimStart();
    if (said.endsWith(UNFINISHED)) {
      const beginning = said.slice(0, -UNFINISHED.length);
      begun.set(thread, CLOSING.test(beginning) ? '' : beginning);
      if (CLOSING.test(beginning)) yield { name: 'close', arguments: [beginning.slice('close('.length)], result: 0 };
      continue;
    }
    const call = callIn(RESUMED.test(said) ? said.replace(RESUMED, begun.get(thread) ?? '') : said);
    if (call) yield call;
  }
}

const callIn = (text: string): SystemCall | undefined => {
  const [, name, list, result] = CALL.exec(text) ?? [];
  if (!name || list === undefined) return undefined;
  return { name, arguments: [...list.matchAll(ARGUMENT)].map(argumentOf), result: Number(result) };
};

const argumentOf = ([whole, bytes, cut]: RegExpExecArray): string | Buffer => {
  if (bytes === undefined) return whole;
  if (cut) throw new Error('The trace is cut: strace was told to keep too little of each string');
  return Buffer.from(bytes.replaceAll('\\x', ''), 'hex');
};
