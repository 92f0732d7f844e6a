import type { Command } from 'commander';
import description from '../../package.json' with { type: 'json' };
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { interfaceCommand } from './interface-command.ts';

/** `demarche asyncapi` */
export const asyncapiCommand = (terminal: Terminal, end: (code: ExitCode) => void): Command =>
  interfaceCommand(terminal, end, {
    name: 'asyncapi',
    about: 'Print the AsyncAPI 3.0 document of the bus: every event as a message, and how to follow them.',
    help: 'Of this release; the same as services/cli/asyncapi.json of its sources.',
    document: async () => {
      const { asyncApi } = await import('@demarche/messaging/async-api');
      return asyncApi({ version: description.version });
    },
  });
