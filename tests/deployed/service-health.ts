import { openStore, type StoreAddress } from '@demarche/event-store/open';
import type { ServiceProcess } from './service-process.ts';

export interface Health {
  readonly http: number;
  readonly status: string;
  readonly checks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What readiness says of a service; nothing where nobody answers. */
export const healthOf = async ({ address }: Pick<ServiceProcess, 'address'>): Promise<Health | undefined> => {
  try {
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return { http: response.status, ...((await response.json()) as Omit<Health, 'http'>) };
  } catch {
    return undefined;
  }
};

const ANSWER_WITHIN_MS = 20_000;

/** Why a service is not ready, in a line; nothing where it is. */
export const notReady = async (service: ServiceProcess): Promise<string> => {
  if (service.pid === undefined) return `${service.name} does not run: ${service.said()}`;
  const health = await healthOf(service);
  return health?.http === 200 ? '' : `${service.name}: ${JSON.stringify(health)}`;
};

/** How far a replica of the projections says that it is. */
export const positionOf = async (replica: ServiceProcess): Promise<unknown> =>
  (await healthOf(replica))?.checks['projections']?.['position'];

/** The position of the newest event on record. */
export const headOf = async (address: StoreAddress): Promise<number> => {
  const store = await openStore(address);
  try {
    return await store.head();
  } finally {
    await store.close();
  }
};
