import { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { demarcheServer } from '../server/demarche-server.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';

export interface OperatorOptions extends ServerOption {
  readonly as: string;
  readonly json?: true;
}

/** A command for whoever looks after Demarche. */
export const operatorCommand = (name: string, defaultUrl: string): Command =>
  withServer(new Command(name), defaultUrl)
    .option('--as <person>', 'who asks, by id or name', 'ines.okafor')
    .option('--json', 'print the answer as JSON');

/** Asks one of the addresses below `/operator/projections`, as somebody. */
export type Ask = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>;

/** @throws CommandFailure in the words of the answer where it is a refusal */
export const signedIn = async ({ url, as }: OperatorOptions): Promise<Ask> => {
  const server = demarcheServer(url);
  await server.signIn(as);
  return async (method, path, body) => {
    const answer = await server.operate(method, `/operator/projections/${path}`, body);
    if (answer.status < 400) return answer.body;
    const { title, detail } = (answer.body ?? {}) as { title?: string; detail?: string };
    throw new CommandFailure(
      exitFor(answer.status),
      `${title ?? `It answered ${answer.status}`}. ${detail ?? ''}`.trim(),
    );
  };
};

const exitFor = (status: number): ExitCode => {
  if (status === 404) return exitCodes.usage;
  return status === 409 ? exitCodes.someRefused : exitCodes.unreachable;
};
