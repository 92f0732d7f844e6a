import type { DestinationStream } from 'pino';

const levels: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info ', 40: 'warn ', 50: 'error', 60: 'fatal' };
const standing = new Set(['level', 'time', 'service', 'msg', 'err', 'req', 'res', 'responseTime']);

/** Turns log lines into lines for a person at a terminal: time, level, what happened, and the fields that tell it apart. */
export const readableLines = (sink: DestinationStream): DestinationStream => ({
  write: (line) => sink.write(`${readable(line)}\n`),
});

const readable = (line: string): string => {
  const entry = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const time = String(entry['time']).slice(11, 19);
  const fields = Object.entries(entry)
    .filter(([name]) => !standing.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const fault = entry['err'] as { readonly message?: string; readonly stack?: string } | undefined;
  const head = [time, levels[Number(entry['level'])] ?? entry['level'], entry['msg'], ...fields].join(' ');
  if (fault?.stack) return `${head}\n${fault.stack}`;
  return fault?.message ? `${head}: ${fault.message}` : head;
};
