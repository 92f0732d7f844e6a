/** What the command's exit code says. Documented in `demarche --help`; scripts count on it. */
export const exitCodes = {
  fine: 0,
  someRefused: 1,
  usage: 2,
  unreachable: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
