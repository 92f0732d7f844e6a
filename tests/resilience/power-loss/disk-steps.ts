import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type DiskStep, ROOT } from './disk-step.ts';
import type { SystemCall } from './read-trace.ts';

/** What lies in the files and is shared by all who map it; SQLite makes it again where nobody has it open. */
const isIndexOfLog = (path: string): boolean => path.endsWith('-shm');

interface OpenFile {
  readonly file: number;
  /** Where the next plain `write` goes. */
  offset: number;
}

export interface DiskSteps {
  /** What lies there already, as steps that made it and waited for it. */
  readonly given: readonly DiskStep[];
  /** What a call did; calls are to be told in their order. */
  stepsOf(call: SystemCall): readonly DiskStep[];
}

/** Turns calls into steps, for what lies below one folder. Knows every file by a number, whatever its names. */
export const diskSteps = (root: string): DiskSteps => {
  const files = new Map<string, number>([['', ROOT]]);
  const open = new Map<number, OpenFile>();
  let newest = ROOT;

  /** The path within the root, or nothing for what lies elsewhere. */
  const within = (path: string | Buffer | undefined): string | undefined => {
    const found = relative(root, String(path));
    return found.startsWith('..') || isIndexOfLog(found) ? undefined : found;
  };
  const entry = (path: string, file: number | undefined): DiskStep => {
    const folder = files.get(dirname(path) === '.' ? '' : dirname(path));
    if (folder === undefined) throw new Error(`The trace names ${path} in a folder that nobody made`);
    if (file === undefined) files.delete(path);
    else files.set(path, file);
    return { kind: 'entry', folder, name: basename(path), file };
  };
  const made = (path: string): DiskStep => entry(path, (newest += 1));
  const onOpen = (call: SystemCall, perform: (file: OpenFile) => DiskStep[]): DiskStep[] => {
    const file = open.get(Number(call.arguments[0]));
    return file ? perform(file) : [];
  };

  const perform: Record<string, (call: SystemCall) => DiskStep[]> = {
    openat: ({ arguments: [, name, flags = ''], result }) => {
      open.delete(result);
      const path = within(name);
      if (path === undefined) return [];
      const isNew = !files.has(path);
      const steps = isNew ? [made(path)] : [];
      const file = files.get(path) ?? newest;
      open.set(result, { file, offset: 0 });
      return !isNew && String(flags).includes('O_TRUNC') ? [{ kind: 'resize', file, size: 0 }] : steps;
    },
    close: ({ arguments: [handle] }) => {
      open.delete(Number(handle));
      return [];
    },
    pwrite64: (call) =>
      onOpen(call, ({ file }) => {
        const [, bytes, , offset] = call.arguments;
        return [{ kind: 'write', file, offset: Number(offset), bytes: (bytes as Buffer).subarray(0, call.result) }];
      }),
    write: (call) => {
      const bytes = (call.arguments[1] as Buffer).subarray(0, call.result);
      if (call.arguments[0] === '1') return said(bytes);
      return onOpen(call, (target) => {
        const step = { kind: 'write', file: target.file, offset: target.offset, bytes } as const;
        target.offset += call.result;
        return [step];
      });
    },
    ftruncate: (call) => onOpen(call, ({ file }) => [{ kind: 'resize', file, size: Number(call.arguments[1]) }]),
    fsync: (call) => onOpen(call, ({ file }) => [{ kind: 'sync', file }]),
    mkdir: ({ arguments: [name] }) => {
      const path = within(name);
      return path ? [{ kind: 'folder', file: newest + 1 }, made(path)] : [];
    },
    unlink: ({ arguments: [name] }) => {
      const path = within(name);
      return path === undefined ? [] : [entry(path, undefined)];
    },
    rename: ({ arguments: [from, to] }) => {
      const [before, after] = [within(from), within(to)];
      if (before === undefined || after === undefined) return [];
      const file = files.get(before);
      return [entry(after, file), entry(before, undefined)];
    },
  };

  const given = readdirSync(root, { recursive: true, withFileTypes: true })
    .map((found) => ({ found, path: within(join(found.parentPath, found.name)) }))
    .flatMap(({ found, path }): DiskStep[] => {
      if (path === undefined) return [];
      const file = newest + 1;
      const content: DiskStep = found.isDirectory()
        ? { kind: 'folder', file }
        : { kind: 'write', file, offset: 0, bytes: readFileSync(join(root, path)) };
      return [content, made(path), { kind: 'sync', file }];
    });
  const safe = [...files.values()].map((file): DiskStep => ({ kind: 'sync', file }));

  const stepsOf = (call: SystemCall): DiskStep[] => {
    const known = perform[call.name === 'fdatasync' ? 'fsync' : call.name];
    if (known) return known(call);
    const touched = call.arguments.some((argument) => open.has(Number(argument)) || within(argument));
    if (touched) throw new Error(`The trace holds a call that nobody has told the meaning of: ${call.name}`);
    return [];
  };
  return { given: [...given, ...safe], stepsOf };
};

const said = (bytes: Buffer): DiskStep[] =>
  [...bytes.toString().matchAll(/^(asked|held) (\d+)$/gm)].map(([, word, position]) => ({
    kind: 'said',
    word: word as 'asked' | 'held',
    position: Number(position),
  }));
