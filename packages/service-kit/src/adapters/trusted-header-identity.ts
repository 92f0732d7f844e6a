import { Officer } from '@demarche/contracts';
import type { Identity } from '../identity.ts';
import { readSignedText, signText } from '../signed-text.ts';

const HEADER = 'x-demarche-officer';

/** Believes the service that called, which proves by a key both share that it asked who the officer is. */
export const trustedHeaderIdentity = (key: Uint8Array): Identity => ({
  identify: async ({ headers }) => {
    const given = headers[HEADER];
    const text = typeof given === 'string' ? readSignedText(given, key) : null;
    return text === null
      ? null
      : (Officer.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null);
  },
});

/** The header that `trustedHeaderIdentity` believes. */
export const trustedHeader = (officer: Officer, key: Uint8Array): Readonly<Record<string, string>> => ({
  [HEADER]: signText(Buffer.from(JSON.stringify(officer)).toString('base64url'), key),
});
