/** How these specifications start a KurrentDB of their own. */
export const killableEnvironment = (): {
  /** Called with a port and a folder, it runs a server there, without TLS, as the very process that was started. */
  readonly command: string | undefined;
  /** For the server, which takes every variable that begins with its name for a setting. */
  readonly inherited: NodeJS.ProcessEnv;
} => {
  const { EVENTSTORE_COMMAND, EVENTSTORE_URL: _, ...inherited } = process.env;
  return { command: EVENTSTORE_COMMAND || undefined, inherited };
};
