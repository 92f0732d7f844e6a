export { exitCodes } from './exit-codes.ts';
export { runProgram } from './run-program.ts';
export type { Terminal } from './terminal.ts';
