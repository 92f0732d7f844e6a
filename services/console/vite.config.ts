import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pagesOfOneBuild } from './src/build/pages-of-one-build.ts';

/** Sass reads the design system's packages by their bare names. */
const uswds = fileURLToPath(new URL('../../packages', import.meta.resolve('@uswds/uswds')));

export default defineConfig({
  plugins: [pagesOfOneBuild()],
  css: { preprocessorOptions: { scss: { loadPaths: [uswds], quietDeps: true, silenceDeprecations: ['if-function'] } } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
