import { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { demarcheServer } from '../server/demarche-server.ts';
import { answersPeople, Readiness, recordsAll } from '../server/readiness.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';
import type { Terminal } from '../terminal.ts';
import { describeReadiness } from './describe-readiness.ts';

/** `demarche status`: whether a Demarche is ready, and how each of its parts does. */
export const statusCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultUrl: string): Command =>
  withServer(new Command('status'), defaultUrl)
    .description('Say whether Demarche is ready, and how each of its parts does.')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      '\nThe address is that of the console, of the gateway, or of any one service: each says what it knows of itself.',
    )
    .action(async ({ url, json }: ServerOption & { json?: true }) => {
      const { body } = await demarcheServer(url).operate('GET', '/readyz');
      const readiness = Readiness.safeParse(body);
      if (!readiness.success)
        throw new CommandFailure(exitCodes.unreachable, `What answers at ${url} does not say whether it is ready.`);
      if (json) terminal.print(JSON.stringify(body));
      else for (const line of describeReadiness(url, readiness.data)) terminal.print(line);
      end(exitCodeFor(readiness.data));
    });

const exitCodeFor = (readiness: Readiness): ExitCode => {
  if (!answersPeople(readiness)) return exitCodes.unreachable;
  return recordsAll(readiness) ? exitCodes.fine : exitCodes.notRecording;
};
