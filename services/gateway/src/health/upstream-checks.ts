import type { HealthCheck, HealthReport } from '@demarche/service-kit';
import { z } from 'zod';

const Readiness = z.object({ status: z.string(), checks: z.unknown().optional() });

const WITHIN_MS = 1_000;

interface Found {
  readonly address: string;
  readonly status: 'pass' | 'warn' | 'fail';
  readonly error?: string;
}

/** What a service behind the gateway says of its own readiness. */
const look = async (address: string): Promise<Found> => {
  try {
    const response = await fetch(`${address}/readyz`, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
    const { status } = Readiness.parse(await response.json());
    if (!response.ok) return { address, status: 'fail', error: `it says that it is not ready: ${status}` };
    return { address, status: status === 'pass' ? 'pass' : 'warn' };
  } catch (error) {
    return { address, status: 'fail', error: `it does not answer: ${reasonOf(error)}` };
  }
};

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as { message: string; cause?: { code?: string } };
  return cause?.code ?? message;
};

/** Amber while the service is away: what it takes cannot be recorded, and everything can still be read. */
export const writeServiceCheck =
  (address: string): HealthCheck =>
  async (): Promise<HealthReport> => {
    const found = await look(address);
    return { ...found, status: found.status === 'pass' ? 'pass' : 'warn' };
  };

/** Ready as long as one replica answers questions; amber while another is away or has something to tell. */
export const replicasCheck =
  (addresses: readonly string[]): HealthCheck =>
  async (): Promise<HealthReport> => {
    const replicas = await Promise.all(addresses.map(look));
    const statuses = replicas.map(({ status }) => status);
    if (statuses.every((status) => status === 'fail')) return { status: 'fail', replicas };
    return { status: statuses.every((status) => status === 'pass') ? 'pass' : 'warn', replicas };
  };
