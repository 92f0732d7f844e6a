import { environment } from './environment.ts';
import { runProgram } from './run-program.ts';
import { terminalOn } from './terminal.ts';

// Whoever reads has seen enough (`demarche parse ... | head`): nothing is left to do, and nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: terminalOn(process.stdout, process.stderr),
  defaultUrl: environment.url,
});
