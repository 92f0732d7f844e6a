import { DoctorFacts, ProblemDocument } from '@demarche/contracts';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type DemarcheServer, demarcheServer } from '../server/demarche-server.ts';
import { Readiness } from '../server/readiness.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';
import type { Terminal } from '../terminal.ts';
import { examine, examined, type Finding } from './examine.ts';
import { examineParts } from './examine-parts.ts';

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
      const { facts, findings } = await lookThrough(server, url);
      if (json) terminal.print(JSON.stringify({ facts, findings }));
      else for (const { state, about, sentence } of findings) terminal.print(`${marks[state]}  ${about}: ${sentence}`);
      end(findings.every(({ state }) => state === 'fine') ? exitCodes.fine : exitCodes.someRefused);
    });

interface LookedThrough {
  /** Null where the views could not be asked, which is a finding itself. */
  readonly facts: DoctorFacts | null;
  readonly findings: readonly Finding[];
}

/** What whoever keeps the views says, and what readiness says of everything else. */
const lookThrough = async (server: DemarcheServer, url: string): Promise<LookedThrough> => {
  const { body } = await server.operate('GET', '/operator/doctor');
  const readiness = Readiness.safeParse((await server.operate('GET', '/readyz')).body);
  const parts = (known: readonly string[]) => (readiness.success ? examineParts(readiness.data.checks, known) : []);
  const told = DoctorFacts.safeParse(body);
  if (told.success) {
    const findings = [...examine(told.data, new Date().toISOString()), ...parts(examined)];
    return { facts: told.data, findings };
  }
  const refusal = ProblemDocument.safeParse(body);
  if (refusal.success) return { facts: null, findings: [refusedBy(refusal.data), ...parts([])] };
  throw new CommandFailure(exitCodes.unreachable, `What answers at ${url} does not tell how it does.`);
};

/** How bad it is, what readiness says of each part tells. */
const refusedBy = ({ detail }: ProblemDocument): Finding => ({
  state: 'look',
  about: 'views',
  sentence: `They could not be looked through. ${detail}`,
});
