import { fileURLToPath } from 'node:url';

const { env } = process;

export const environment = {
  /** Where Demarche is, unless `--url` says so. */
  url: env['DEMARCHE_URL'] || 'http://127.0.0.1:4800',
  /** Where its data are, unless `--data` says so: the folder that `npm start` uses. */
  data: env['DEMARCHE_DATA'] || fileURLToPath(new URL('../../../data', import.meta.url)),
} as const;
