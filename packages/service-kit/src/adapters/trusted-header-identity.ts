import { Officer } from '@demarche/contracts';
import type { Identity } from '../identity.ts';
import { readSignedText, signText } from '../signed-text.ts';
import { rememberedProofs } from './remembered-proofs.ts';

const HEADER = 'x-demarche-officer';

/** Believes the service that called, which proves by a key both share that it asked who the officer is. */
export const trustedHeaderIdentity = (key: Uint8Array): Identity => {
  const officerOf = rememberedProofs((proof) => {
    const text = readSignedText(proof, key);
    return text === null
      ? null
      : (Officer.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null);
  });
  return {
    identify: async ({ headers }) => {
      const given = headers[HEADER];
      return typeof given === 'string' ? officerOf(given) : null;
    },
  };
};

/** The header that `trustedHeaderIdentity` believes. */
export const trustedHeader = (officer: Officer, key: Uint8Array): Readonly<Record<string, string>> => ({
  [HEADER]: signText(Buffer.from(JSON.stringify(officer)).toString('base64url'), key),
});
