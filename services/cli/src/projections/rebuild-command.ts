import { setTimeout as delay } from 'node:timers/promises';
import type { RebuildState } from '@demarche/contracts';
import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { type Ask, type OperatorOptions, operatorCommand, signedIn } from './ask-operator.ts';
import { endOf, progressOf } from './describe-rebuild.ts';

export interface RebuildPorts {
  readonly terminal: Terminal;
  readonly defaultUrl: string;
  readonly end: (code: ExitCode) => void;
  /** From now on Ctrl+C aborts the signal, and no longer ends the command at once. */
  readonly interruption: () => AbortSignal;
}

interface RebuildOptions extends OperatorOptions {
  readonly cancel?: true;
}

const help = `
While it runs, everything goes on answering from the views in use; the new ones take over once they have caught up.
Ctrl+C ends this command, not the rebuild. --cancel calls the rebuild off; the next one goes on where it was.
A rebuild within which Demarche is stopped or killed goes on by itself at the next start.`;

export const rebuildCommand = ({ terminal, defaultUrl, end, interruption }: RebuildPorts): Command =>
  operatorCommand('rebuild', defaultUrl)
    .description('Build all views anew beside the ones in use, or the one that is named.')
    .argument('[view]', 'the view to build anew, beside the others as they are')
    .option('--cancel', 'call off the rebuild under way')
    .addHelpText('after', help)
    .action(async (view: string | undefined, options: RebuildOptions) => {
      const ask = await signedIn(options);
      const show = (rebuild: RebuildState | null, sentence: string) =>
        terminal.print(options.json ? JSON.stringify(rebuild) : sentence);
      if (options.cancel) {
        const { cancelled, rebuild } = (await ask('POST', 'rebuild/cancel')) as Cancelled;
        show(rebuild, cancelled && rebuild ? endOf(rebuild) : 'No rebuild is under way: there is nothing to call off.');
        return end(exitCodes.fine);
      }
      // From before it is begun: it is not to go on without a word because Ctrl+C came before the answer.
      const interrupted = interruption();
      const begun = await rebuildOf(ask('POST', 'rebuild', view === undefined ? {} : { view }));
      const followed = await follow(ask, begun, { terminal, interrupted });
      if (followed.state === 'running') {
        terminal.say(LEFT_RUNNING);
        return end(exitCodes.interrupted);
      }
      show(followed, endOf(followed));
      end(followed.state === 'done' ? exitCodes.fine : exitCodes.someRefused);
    });

interface Cancelled {
  readonly cancelled: boolean;
  readonly rebuild: RebuildState | null;
}

const LEFT_RUNNING =
  'The rebuild goes on. "demarche status" shows how far it is, "demarche projections rebuild --cancel" calls it off.';

const rebuildOf = async (answer: Promise<unknown>): Promise<RebuildState> => {
  const { rebuild } = (await answer) as { rebuild: RebuildState | null };
  if (rebuild) return rebuild;
  throw new CommandFailure(exitCodes.someRefused, `Demarche was started again meanwhile. ${SEE_STATUS}`);
};

const SEE_STATUS = '"demarche status" shows whether a rebuild is under way.';
const LOOK_EVERY_MS = 200;

interface Following {
  readonly terminal: Terminal;
  readonly interrupted: AbortSignal;
}

/** Shows how far it is until it has ended, or nobody wants to see more. */
const follow = async (ask: Ask, begun: RebuildState, { terminal, interrupted }: Following): Promise<RebuildState> => {
  let rebuild = begun;
  while (rebuild.state === 'running' && !interrupted.aborted) {
    terminal.progress(progressOf(rebuild));
    await delay(LOOK_EVERY_MS, undefined, { signal: interrupted }).catch(() => {});
    rebuild = await rebuildOf(ask('GET', 'rebuild'));
    if (rebuild.number !== begun.number) {
      throw new CommandFailure(exitCodes.someRefused, `This rebuild has ended, and another was begun. ${SEE_STATUS}`);
    }
  }
  terminal.progress('');
  return rebuild;
};
