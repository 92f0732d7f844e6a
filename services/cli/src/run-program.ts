import { CommanderError } from 'commander';
import { CommandFailure } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { type ProgramPorts, program } from './program.ts';

/** Runs one command line to its exit code. What went wrong has been said by then. */
export const runProgram = async (
  commandLine: readonly string[],
  ports: Omit<ProgramPorts, 'end'>,
): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.fine;
  const end = (ended: ExitCode): void => {
    code = ended;
  };
  try {
    await program({ ...ports, end }).parseAsync(commandLine, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (!(error instanceof CommandFailure)) throw error;
    ports.terminal.say(error.message);
    return error.exitCode;
  }
};
