/** What a browser started for tests may take from the environment. */
export const browserEnvironment = (): {
  readonly chromiumPath: string | undefined;
  readonly inherited: NodeJS.ProcessEnv;
} => ({
  chromiumPath: process.env['CHROMIUM_PATH'] || undefined,
  inherited: process.env,
});
