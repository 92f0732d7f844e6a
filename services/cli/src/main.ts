import { environment } from './environment.ts';
import { runProgram } from './run-program.ts';
import { terminalOn } from './terminal.ts';

// That nobody reads any more is no fault; an import goes on to its end without a reader.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const interruption = (): AbortSignal => {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  return interrupted.signal;
};

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: terminalOn(process.stdout, process.stderr),
  defaultUrl: environment.url,
  defaultData: environment.data,
  interruption,
});
