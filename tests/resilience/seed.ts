/// <reference types="vite/client" />

/** Another one in each run; `VITE_SEED=123 npm run test:resilience` runs one of before again. */
export const seed: number = Number(import.meta.env['VITE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
