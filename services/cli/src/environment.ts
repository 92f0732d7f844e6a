/** Where Demarche is, unless `--url` says so. */
export const environment = { url: process.env['DEMARCHE_URL'] || 'http://127.0.0.1:4800' } as const;
