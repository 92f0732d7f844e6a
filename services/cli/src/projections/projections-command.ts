import type { ParkedStream } from '@demarche/contracts';
import { Command } from 'commander';
import type { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DemarcheServer, demarcheServer } from '../server/demarche-server.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';
import type { Terminal } from '../terminal.ts';

type Parked = z.infer<typeof ParkedStream>;
interface OperatorOptions extends ServerOption {
  readonly as: string;
  readonly json?: true;
}

/** `demarche projections`: what an operator does to the views. The record itself is never touched. */
export const projectionsCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultUrl: string): Command => {
  const operator = (name: string): Command =>
    withServer(new Command(name), defaultUrl)
      .option('--as <person>', 'who asks, by id or name', 'ines.okafor')
      .option('--json', 'print the answer as JSON');
  return new Command('projections')
    .description('Look after the views, which are made from the record and can be made again.')
    .addCommand(
      operator('rebuild')
        .description('Build all views anew beside the ones in use, and swap them in once they have caught up.')
        .action(async (options: OperatorOptions) => {
          const answer = await ask(options, 'POST', '/operator/projections/rebuild');
          terminal.print(options.json ? JSON.stringify(answer) : 'The views were built anew and are in use.');
          end(exitCodes.fine);
        }),
    )
    .addCommand(
      operator('parked')
        .description('List the streams that a view could not take, and why.')
        .action(async (options: OperatorOptions) => {
          const { parked } = (await ask(options, 'GET', '/operator/projections/parked')) as {
            parked: readonly Parked[];
          };
          for (const line of options.json ? [JSON.stringify(parked)] : describeParked(parked)) terminal.print(line);
          end(parked.length === 0 ? exitCodes.fine : exitCodes.someRefused);
        }),
    );
};

const ask = async ({ url, as }: OperatorOptions, method: 'GET' | 'POST', path: string): Promise<unknown> => {
  const server: DemarcheServer = demarcheServer(url);
  await server.signIn(as);
  const { status, body } = await server.operate(method, path);
  if (status < 400) return body;
  const { title, detail } = body as { title?: string; detail?: string };
  throw new CommandFailure(exitCodes.unreachable, `${title ?? `It answered ${status}`}. ${detail ?? ''}`.trim());
};

const describeParked = (parked: readonly Parked[]): readonly string[] =>
  parked.length === 0
    ? ['No stream is parked.']
    : parked.map(
        ({ stream, view, since, eventType, position, reason, waiting }) =>
          `${stream} is parked in ${view} since ${since} at ${eventType} (position ${position}), ${waiting} waiting behind it: ${reason}`,
      );
