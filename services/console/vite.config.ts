import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Written once at build time, so that no request waits for a compressor. */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const fileName of Object.keys(bundle).filter((name) => /\.(?:js|css|html|svg)$/.test(name))) {
      const bytes = readFileSync(`${dir}/${fileName}`);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      writeFileSync(`${dir}/${fileName}.br`, brotliCompressSync(bytes, { params }));
      writeFileSync(`${dir}/${fileName}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
});

/** Sass reads the design system's packages by their bare names. */
const uswds = fileURLToPath(new URL('../../packages', import.meta.resolve('@uswds/uswds')));

export default defineConfig({
  plugins: [precompress()],
  css: { preprocessorOptions: { scss: { loadPaths: [uswds], quietDeps: true, silenceDeprecations: ['if-function'] } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
