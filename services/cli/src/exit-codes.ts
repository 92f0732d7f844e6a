/** What the command's exit code says. Documented in `demarche --help`; scripts count on it. */
export const exitCodes = {
  fine: 0,
  someRefused: 1,
  usage: 2,
  unreachable: 3,
  /** A record or a backup was read, and is not sound. */
  damaged: 4,
  /** Nothing was changed: the folder is in use, holds something already, or cannot be read or written. */
  notDone: 5,
  /** All can be read, and something cannot be recorded. */
  notRecording: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
