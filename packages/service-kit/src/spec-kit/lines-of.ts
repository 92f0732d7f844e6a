import { createLogger, type LoggerOptions } from '../logger.ts';

export interface LogLine {
  /** 20 is debug, 30 info, 40 warn, 50 error. */
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string };
}

/** A log, and what is written in it. */
export const linesOf = (level: NonNullable<LoggerOptions['level']>) => {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  const lines = (): readonly LogLine[] => written.map((line) => JSON.parse(line));
  return { logger: createLogger({ service: 'spec', level, destination }), lines };
};
