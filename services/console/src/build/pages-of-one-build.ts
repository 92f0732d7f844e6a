import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { putInPlace } from './put-in-place.ts';

/**
 * Builds beside `dist` and takes its place at the end, so that a build under way, or one that fails, takes the pages
 * away from nobody. Compressed once here, so that no request waits for a compressor.
 */
export const pagesOfOneBuild = (): Plugin => {
  let root = '';
  let beside = '';
  return {
    name: 'pages-of-one-build',
    apply: 'build',
    config: () => ({ build: { outDir: `.vite/pages-${process.pid}`, emptyOutDir: true } }),
    configResolved(config) {
      root = config.root;
      beside = join(root, config.build.outDir);
    },
    writeBundle(_options, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(?:js|css|html|svg)$/.test(one)))
        compress(join(beside, name));
      putInPlace(beside, join(root, 'dist'));
    },
    closeBundle() {
      rmSync(beside, { recursive: true, force: true });
    },
  };
};

const compress = (file: string): void => {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
};
