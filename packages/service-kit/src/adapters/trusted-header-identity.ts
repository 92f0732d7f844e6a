import { Officer } from '@demarche/contracts';
import type { Identity } from '../identity.ts';
import { rememberedProofs } from '../remembered-proofs.ts';
import { readSignedText } from '../signed-text.ts';
import { OFFICER_HEADER } from '../trusted-header.ts';

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
      const given = headers[OFFICER_HEADER];
      return typeof given === 'string' ? officerOf(given) : null;
    },
  };
};
