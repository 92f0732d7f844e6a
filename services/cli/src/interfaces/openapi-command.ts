import type { Command } from 'commander';
import description from '../../package.json' with { type: 'json' };
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { interfaceCommand } from './interface-command.ts';

/** `demarche openapi` */
export const openapiCommand = (terminal: Terminal, end: (code: ExitCode) => void): Command =>
  interfaceCommand(terminal, end, {
    name: 'openapi',
    about: 'Print the OpenAPI 3.1 document of the HTTP interface: every command, and by what it can be refused.',
    help: 'Of this release; the same as services/cli/openapi.json of its sources.',
    document: async () => {
      const { openApi } = await import('@demarche/service-kit/open-api');
      return openApi({ version: description.version });
    },
  });
