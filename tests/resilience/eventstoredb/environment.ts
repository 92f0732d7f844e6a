/** How these specifications start a KurrentDB of their own. */
export const killableEnvironment = (): {
  /**
   * Called with a port and a folder, it runs a server there, without TLS, as the very process that was started. Options
   * of the server may follow: it passes them on (`"$@"` from the third on), and says nothing itself then of TLS.
   */
  readonly command: string;
  /** Why there is none, in words; nothing where there is. */
  readonly missing: string | undefined;
  /** For the server, which takes every variable that begins with its name for a setting. */
  readonly inherited: NodeJS.ProcessEnv;
} => {
  const { EVENTSTORE_COMMAND: command = '', EVENTSTORE_URL: _, ...inherited } = process.env;
  const missing = command === '' ? 'EVENTSTORE_COMMAND starts no KurrentDB that could be killed' : undefined;
  return { command, missing, inherited };
};
