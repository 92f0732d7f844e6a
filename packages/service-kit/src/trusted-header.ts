import type { Officer } from '@demarche/contracts';
import type { ServiceKey } from './service-key.ts';

/** Names the officer for whom a service asks another. */
export const OFFICER_HEADER = 'x-demarche-officer';

/** The header that `trustedHeaderIdentity` believes. It is for one request: what it proves is over in some minutes. */
export const trustedHeader = (officer: Officer, key: ServiceKey): Readonly<Record<string, string>> => ({
  [OFFICER_HEADER]: key.prove('officer', Buffer.from(JSON.stringify(officer)).toString('base64url')),
});
