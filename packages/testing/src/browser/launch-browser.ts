import { type Browser, chromium } from 'playwright-core';
import { bundledChromium, bundledChromiumWithLibraries, type ChromiumProgram } from './bundled-chromium.ts';
import { browserEnvironment } from './environment.ts';

export type LaunchedBrowser = { readonly browser: Browser } | { readonly unavailable: string };

/** Not the arguments that the package proposes: with its `--single-process` the browser dies with the first page that closes. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

const launch = async ({ executablePath, env }: ChromiumProgram): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args,
    headless: true,
    env: { ...definedIn(browserEnvironment().inherited), ...env },
  });

/**
 * Starts a headless Chromium: the one at `CHROMIUM_PATH` where that is set, else the one from npm.
 * Never throws: a machine that cannot start it gets the reason in one line, fit for the name of a skipped test.
 */
export const launchBrowser = async (): Promise<LaunchedBrowser> => {
  const { chromiumPath } = browserEnvironment();
  try {
    if (chromiumPath) return { browser: await launch({ executablePath: chromiumPath, env: {} }) };
    return { browser: await launchBundled() };
  } catch (fault) {
    return { unavailable: `${chromiumPath ?? 'the Chromium from npm'} did not start: ${reasonOf(fault)}` };
  }
};

const launchBundled = async (): Promise<Browser> => {
  try {
    return await launch(await bundledChromium());
  } catch (fault) {
    if (!/shared librar/.test(String(fault))) throw fault;
    return launch(await bundledChromiumWithLibraries());
  }
};

const definedIn = (variables: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Playwright's message is a page long; the line that says what is missing is somewhere in it. */
const reasonOf = (fault: unknown): string => {
  const lines = String(fault instanceof Error ? fault.message : fault).split('\n');
  return (
    lines.find((line) => /error while|ENOENT|not found|No such file|Failed to|cannot/.test(line)) ??
    lines[0] ??
    ''
  ).trim();
};
