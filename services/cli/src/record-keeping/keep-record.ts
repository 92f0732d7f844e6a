import type { Progress, recordKeeping } from '@demarche/standalone/record-keeping';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

type RecordKeeping = typeof recordKeeping;

/**
 * Does something with the files of a record. What that takes is loaded only here: no other command should wait for it.
 * @throws CommandFailure for what was refused
 */
export const keepRecord = async <Result>(
  terminal: Terminal,
  work: (keeping: RecordKeeping, progress: Progress) => Promise<Result>,
): Promise<Result> => {
  const { KeepingRefused, recordKeeping } = await import('@demarche/standalone/record-keeping');
  try {
    return await work(recordKeeping, (doing, part) => terminal.progress(`${doing}: ${Math.floor(part * 100)} %`));
  } catch (error) {
    if (!(error instanceof KeepingRefused)) throw error;
    throw new CommandFailure(error.fault === 'unsound' ? exitCodes.damaged : exitCodes.notDone, error.message, {
      cause: error,
    });
  } finally {
    terminal.progress('');
  }
};

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
