import { RebuildState } from '@demarche/contracts';
import { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { endOf } from '../projections/describe-rebuild.ts';
import { demarcheServer } from '../server/demarche-server.ts';
import { type ServerOption, withServer } from '../server/server-option.ts';
import type { Terminal } from '../terminal.ts';

interface Readiness {
  readonly status: string;
  readonly checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const words: Readonly<Record<string, string>> = {
  pass: 'ready',
  warn: 'ready, but somebody should look',
  fail: 'not ready',
  stopping: 'stopping',
};

/** `demarche status`: whether a Demarche is ready, and how each of its parts does. */
export const statusCommand = (terminal: Terminal, end: (code: ExitCode) => void, defaultUrl: string): Command =>
  withServer(new Command('status'), defaultUrl)
    .description('Say whether Demarche is ready, how far its views have come, and what they could not take.')
    .option('--json', 'print the answer as JSON')
    .action(async ({ url, json }: ServerOption & { json?: true }) => {
      const { body } = await demarcheServer(url).operate('GET', '/readyz');
      const { status, checks } = body as Readiness;
      if (json) terminal.print(JSON.stringify(body));
      else for (const line of describeReadiness(url, status, checks)) terminal.print(line);
      end(status === 'pass' || status === 'warn' ? exitCodes.fine : exitCodes.unreachable);
    });

const describeReadiness = (url: string, status: string, checks: Readiness['checks']): readonly string[] => [
  `Demarche at ${url} is ${words[status] ?? status}.`,
  ...Object.entries(checks).map(([name, { status: state, ...details }]) => {
    const said = Object.entries(details)
      .filter(([key, value]) => value !== null && key !== 'rebuild')
      .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    return `  ${name}: ${[state, ...said].join(', ')}`;
  }),
  ...adviceOn(checks['projections']),
];

/** What stands behind the numbers of the views, and what to do about it. */
const adviceOn = (views: Readiness['checks'][string] | undefined): readonly string[] => {
  const rebuild = RebuildState.safeParse(views?.['rebuild']);
  const parked = Number(views?.['parked'] ?? 0);
  return [
    ...(rebuild.success ? [endOf(rebuild.data)] : []),
    ...(parked > 0
      ? [
          `${parked === 1 ? 'One record is' : `${parked} records are`} not up to date: "demarche projections parked" says which and why.`,
        ]
      : []),
  ];
};
