import type { ParkedStream, Replay } from '@demarche/contracts';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { type OperatorOptions, operatorCommand, signedIn } from './ask-operator.ts';
import { describeParked, describeReplay } from './describe-parked.ts';
import { type RebuildPorts, rebuildCommand } from './rebuild-command.ts';

/** `demarche projections`: what an operator does to the views. The record itself is never touched. */
export const projectionsCommand = (ports: RebuildPorts): Command =>
  new Command('projections')
    .description('Look after the views, which are made from the record and can be made again.')
    .addCommand(rebuildCommand(ports))
    .addCommand(parkedCommand(ports))
    .addCommand(replayCommand(ports));

const parkedCommand = ({ terminal, defaultUrl, end }: RebuildPorts): Command =>
  operatorCommand('parked', defaultUrl)
    .description('List the streams that a view could not take, since when, and why.')
    .action(async (options: OperatorOptions) => {
      const ask = await signedIn(options);
      const { parked } = (await ask('GET', 'parked')) as { parked: readonly ParkedStream[] };
      for (const line of options.json ? [JSON.stringify(parked)] : describeParked(parked)) terminal.print(line);
      end(parked.length === 0 ? exitCodes.fine : exitCodes.someRefused);
    });

const replayCommand = ({ terminal, defaultUrl, end }: RebuildPorts): Command =>
  operatorCommand('replay', defaultUrl)
    .description('Offer what is parked to the views again, in order, once what hindered them is mended.')
    .argument('[view]', 'the view whose parked streams are meant; all without it')
    .addHelpText('after', '\nEvery start of Demarche does the same by itself.')
    .action(async (view: string | undefined, options: OperatorOptions) => {
      const ask = await signedIn(options);
      const replay = (await ask('POST', 'replay', view === undefined ? {} : { view })) as Replay;
      for (const line of options.json ? [JSON.stringify(replay)] : describeReplay(replay)) terminal.print(line);
      end(replay.stayed.length === 0 ? exitCodes.fine : exitCodes.someRefused);
    });
