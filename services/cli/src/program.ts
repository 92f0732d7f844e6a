import { Command } from 'commander';
import description from '../package.json' with { type: 'json' };
import { backupCommand } from './backup/backup-command.ts';
import { doctorCommand } from './doctor/doctor-command.ts';
import type { ExitCode } from './exit-codes.ts';
import { importCommand } from './import/import-command.ts';
import { asyncapiCommand } from './interfaces/asyncapi-command.ts';
import { openapiCommand } from './interfaces/openapi-command.ts';
import { parseCommand } from './parse/parse-command.ts';
import { projectionsCommand } from './projections/projections-command.ts';
import { restoreCommand } from './restore/restore-command.ts';
import { statusCommand } from './status/status-command.ts';
import type { Terminal } from './terminal.ts';
import { verifyCommand } from './verify/verify-command.ts';

export interface ProgramPorts {
  readonly terminal: Terminal;
  readonly defaultUrl: string;
  readonly defaultData: string;
  /** Told how the command ended. */
  readonly end: (code: ExitCode) => void;
  /** From now on Ctrl+C aborts the signal, and no longer ends the command at once. */
  readonly interruption: () => AbortSignal;
}

const exitCodesHelp = `
Exit codes:
  0  everything went well
  1  some files were refused or are unsure, or some streams are parked
  2  the command was not used as it is meant to be
  3  no Demarche answers, or it is not ready, or has pages and nothing that answers them
  4  the record or the backup was read, and is not sound
  5  not done, and nothing was changed: the folder is in use, holds something already, or cannot be read or written
  6  Demarche can be read, and what is sent to a part of it, or to all of them, cannot be recorded
  130  Ctrl+C: what was begun goes on without this command

Where Demarche runs is taken from --url, else from DEMARCHE_URL, else http://127.0.0.1:4800.
Where its data are, for backup, restore and verify, is taken from --data, else from DEMARCHE_DATA, else it is ./data.`;

/** The command's table of contents. */
export const program = (ports: ProgramPorts): Command => {
  const { terminal, defaultUrl, defaultData, end } = ports;
  const demarche = new Command('demarche')
    .description('What was recommended, said, promised and done, for any country and any date.')
    .version(description.version)
    .addHelpText('after', exitCodesHelp)
    .addCommand(parseCommand(terminal, end))
    .addCommand(importCommand(terminal, end, defaultUrl))
    .addCommand(statusCommand(terminal, end, defaultUrl))
    .addCommand(doctorCommand(terminal, end, defaultUrl))
    .addCommand(projectionsCommand(ports))
    .addCommand(backupCommand(terminal, end, defaultData))
    .addCommand(restoreCommand(terminal, end, defaultData))
    .addCommand(verifyCommand(terminal, end, defaultData))
    .addCommand(openapiCommand(terminal, end))
    .addCommand(asyncapiCommand(terminal, end));
  quiet(demarche, terminal);
  return demarche;
};

/** Commander writes through the terminal and never ends the process itself. */
const quiet = (command: Command, terminal: Terminal): void => {
  command.exitOverride().configureOutput({
    writeOut: (text) => terminal.print(text.trimEnd()),
    writeErr: (text) => terminal.say(text.trimEnd()),
  });
  for (const child of command.commands) quiet(child, terminal);
};
