import { type HealthCheck, type HealthReport, trustedServiceHeader } from '@demarche/service-kit';
import { z } from 'zod';

const said = z.string().nullish().catch(undefined);
const Check = z.object({
  status: z.string(),
  trouble: said,
  error: said,
  catchingUp: said,
  parked: z.number().optional().catch(undefined),
});
type Check = z.infer<typeof Check>;
const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), Check).optional().catch(undefined) });

const WITHIN_MS = 2_000;

interface Found {
  readonly address: string;
  readonly status: 'pass' | 'warn' | 'fail';
  readonly error?: string;
}

/** What a service behind the gateway says of its own readiness. */
const look = async (address: string): Promise<Found> => {
  try {
    const response = await fetch(`${address}/readyz`, { redirect: 'error', signal: AbortSignal.timeout(WITHIN_MS) });
    const { status, checks = {} } = Readiness.parse(await response.json());
    const reasons = reasonsIn(checks);
    if (!response.ok) return { address, status: 'fail', error: `it says that it is not ready: ${reasons || status}` };
    return status === 'pass' ? { address, status: 'pass' } : { address, status: 'warn', error: reasons };
  } catch (error) {
    return { address, status: 'fail', error: `it does not answer: ${reasonOf(error)}` };
  }
};

/** What of it is not well, and why as far as it says so: `store: The disk is full`. */
const reasonsIn = (checks: Readonly<Record<string, Check>>): string =>
  Object.entries(checks)
    .filter(([, { status }]) => status !== 'pass')
    .map(([name, check]) => `${name}: ${reasonIn(check)}`)
    .join('; ');

const reasonIn = ({ status, trouble, error, catchingUp, parked = 0 }: Check): string =>
  trouble ?? error ?? catchingUp ?? (parked > 0 ? `${parked} held back` : status);

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as { message: string; cause?: { code?: string } };
  return cause?.code ?? message;
};

const OTHER_KEY = 'it does not believe this gateway: DEMARCHE_OFFICER_KEY must be the same for both';

/** What a replica says of its readiness, and whether it takes questions from here: those that prove nothing learn the one only. */
const lookAtReplica = async (address: string, key: Uint8Array): Promise<Found> => {
  const [found, refused] = await Promise.all([look(address), refuses(address, key)]);
  return refused ? { address, status: 'fail', error: OTHER_KEY } : found;
};

/** The guard answers before anything is asked. */
const refuses = async (address: string, key: Uint8Array): Promise<boolean> => {
  const headers = trustedServiceHeader(key);
  const signal = AbortSignal.timeout(WITHIN_MS);
  const response = await fetch(`${address}/queries`, { headers, redirect: 'error', signal }).catch(() => null);
  await response?.body?.cancel();
  return response?.status === 403;
};

/** Amber while the service is away, or believes nobody from here: what it takes cannot be recorded, and everything can still be read. */
export const writeServiceCheck =
  (address: string, refusesOfficers: () => boolean): HealthCheck =>
  async (): Promise<HealthReport> => {
    const found = await look(address);
    if (found.status !== 'fail' && refusesOfficers()) return { address, status: 'warn', error: OTHER_KEY };
    return { ...found, status: found.status === 'pass' ? 'pass' : 'warn' };
  };

/** Ready as long as one replica answers questions; amber while another is away or has something to tell. */
export const replicasCheck =
  (addresses: readonly string[], key: Uint8Array): HealthCheck =>
  async (): Promise<HealthReport> => {
    const replicas = await Promise.all(addresses.map((address) => lookAtReplica(address, key)));
    const statuses = replicas.map(({ status }) => status);
    if (statuses.every((status) => status === 'fail')) return { status: 'fail', replicas };
    return { status: statuses.every((status) => status === 'pass') ? 'pass' : 'warn', replicas };
  };
