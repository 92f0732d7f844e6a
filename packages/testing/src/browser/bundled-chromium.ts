import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

export type ChromiumProgram = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

/** The package's archives lie two folders above its entry file. */
const archive = (name: string): string =>
  join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin', name);

/** Unpacks, once a machine, the Chromium that came from npm, together with the fonts that it brings. */
export const bundledChromium = async (): Promise<ChromiumProgram> => ({
  executablePath: await chromium.executablePath(),
  env: existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') },
});

/** The same, with the shared libraries that a bare machine lacks (NSS and its like). */
export const bundledChromiumWithLibraries = async (): Promise<ChromiumProgram> => {
  const program = await bundledChromium();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  if (!existsSync(libraries)) await inflate(archive('al2023.tar.br'));
  return { ...program, env: { ...program.env, LD_LIBRARY_PATH: libraries } };
};
