import { DoctorFacts } from '@demarche/contracts';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { demarcheServer } from '../server/demarche-server.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';
import type { Terminal } from '../terminal.ts';
import { examine, type Finding } from './examine.ts';

interface DoctorOptions extends ServerOption {
  readonly as: string;
  readonly json?: true;
}

const marks: Readonly<Record<Finding['state'], string>> = { fine: 'fine ', look: 'look ', wrong: 'WRONG' };

/** `demarche doctor`: the settings in effect and the state of everything, in sentences. It changes nothing. */
export const doctorCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultUrl: string): Command =>
  withServer(new Command('doctor'), defaultUrl)
    .description('Look through a running Demarche: what it is kept with, whether it keeps up, and what needs a hand.')
    .option('--as <person>', 'who asks, by id or name', 'ines.okafor')
    .option('--json', 'print facts and findings as JSON')
    .addHelpText(
      'after',
      '\nNothing is changed. Exits with 1 where something should be looked at. The record itself is proven by "demarche verify".',
    )
    .action(async ({ url, as, json }: DoctorOptions) => {
      const server = demarcheServer(url);
      await server.signIn(as);
      const { body } = await server.operate('GET', '/operator/doctor');
      const facts = DoctorFacts.safeParse(body);
      if (!facts.success)
        throw new CommandFailure(exitCodes.unreachable, `What answers at ${url} does not tell how it does.`);
      const findings = examine(facts.data, new Date().toISOString());
      if (json) terminal.print(JSON.stringify({ facts: facts.data, findings }));
      else for (const { state, about, sentence } of findings) terminal.print(`${marks[state]}  ${about}: ${sentence}`);
      end(findings.every(({ state }) => state === 'fine') ? exitCodes.fine : exitCodes.someRefused);
    });
