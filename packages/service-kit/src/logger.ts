import { type DestinationStream, type Logger, pino } from 'pino';
import { logFault } from './log-fault.ts';
import { readableLines } from './readable-lines.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  readonly service: string;
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `readable` for a person at a terminal, `json` for a machine. */
  readonly form?: 'json' | 'readable';
  readonly destination?: DestinationStream;
}

/** What must never be in a log, however it got there. Bodies and free text are not logged in the first place. */
const secrets = ['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'key', 'body', 'variables'];
const redacted = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** A structured log on standard output; every line of a request carries its `correlationId`. */
export const createLogger = ({ service, level = 'info', form = 'json', destination }: LoggerOptions): Logger => {
  const sink = destination ?? pino.destination({ dest: 1, sync: true });
  return pino(
    {
      level,
      base: { service },
      serializers: { err: logFault },
      redact: { paths: redacted, censor: '[redacted]' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    form === 'readable' ? readableLines(sink) : sink,
  );
};
