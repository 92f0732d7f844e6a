import type { Officer } from '@demarche/contracts';
import { signText } from './signed-text.ts';

/** Names the officer for whom a service asks another. */
export const OFFICER_HEADER = 'x-demarche-officer';

/** The header that `trustedHeaderIdentity` believes. */
export const trustedHeader = (officer: Officer, key: Uint8Array): Readonly<Record<string, string>> => ({
  [OFFICER_HEADER]: signText(Buffer.from(JSON.stringify(officer)).toString('base64url'), key),
});
