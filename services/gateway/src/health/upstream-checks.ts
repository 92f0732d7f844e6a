import {
  type HealthCheck,
  type HealthReport,
  type ServiceKey,
  TRUST_PATH,
  trustedServiceHeader,
  WHERE_BELIEVED,
} from '@demarche/service-kit';
import { z } from 'zod';

const said = z.string().nullish().catch(undefined);
const Check = z.object({
  status: z.string(),
  trouble: said,
  error: said,
  catchingUp: said,
  parked: z.number().optional().catch(undefined),
  beyondRecord: z.boolean().optional().catch(undefined),
});
type Check = z.infer<typeof Check>;
const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), Check).optional().catch(undefined) });

/** What does not answer in so many milliseconds does not answer. */
const WITHIN_MS = 2_000;

interface Found {
  readonly address: string;
  readonly status: 'pass' | 'warn' | 'fail';
  readonly error?: string;
  /** It answers, and what it answers may not be on record. */
  readonly beyondRecord?: true;
}

/** What a service behind the gateway says of its own readiness. */
const look = async (address: string, withinMs: number): Promise<Found> => {
  try {
    const response = await fetch(`${address}/readyz`, { redirect: 'error', signal: AbortSignal.timeout(withinMs) });
    const { status, checks = {} } = Readiness.parse(await response.json());
    const reasons = reasonsIn(checks);
    if (!response.ok) {
      const isBeyond = Object.values(checks).some(({ beyondRecord }) => beyondRecord);
      const error = `it says that it is not ready: ${reasons || status}`;
      return { address, status: 'fail', error, ...(isBeyond ? { beyondRecord: true } : {}) };
    }
    return status === 'pass' ? { address, status: 'pass' } : { address, status: 'warn', error: reasons };
  } catch (error) {
    const reason = reasonOf(error);
    return { address, status: 'fail', error: `it does not answer (${reason}): look whether it runs there` };
  }
};

/** What of it is not well, and why as far as it says so: `store: The disk is full`. What several say is said once, at its longest. */
const reasonsIn = (checks: Readonly<Record<string, Check>>): string => {
  const unwell = Object.entries(checks).filter(([, { status }]) => status !== 'pass');
  const found = unwell.map(([name, check]) => ({ name, reason: reasonIn(check).replace(/\.$/, '') }));
  const isPartOf = (reason: string, other: string): boolean => other !== reason && other.startsWith(reason);
  const whole = found.map(({ reason }) => reason).filter((one) => !found.some(({ reason }) => isPartOf(one, reason)));
  const namesOf = (said: string) => found.filter(({ reason }) => said.startsWith(reason)).map(({ name }) => name);
  return [...new Set(whole)].map((said) => `${namesOf(said).join(', ')}: ${said}`).join('; ');
};

const reasonIn = ({ status, trouble, error, catchingUp, parked = 0 }: Check): string =>
  trouble ?? error ?? catchingUp ?? (parked > 0 ? heldBack(parked) : status);

const heldBack = (parked: number): string =>
  `${parked === 1 ? 'one record is' : `${parked} records are`} not up to date: "demarche projections parked" says which and why`;

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as { message: string; cause?: { code?: string } };
  return cause?.code ?? message;
};

const NOT_BELIEVED = `it does not believe this gateway: ${WHERE_BELIEVED}`;

/** What a service says of its readiness, and whether it believes what is asked from here: those that prove nothing learn the one only. */
const lookWithProof = async (address: string, guarded: string, key: ServiceKey, withinMs: number): Promise<Found> => {
  const [found, refused] = await Promise.all([look(address, withinMs), refuses(`${address}${guarded}`, key, withinMs)]);
  return refused ? { address, status: 'fail', error: NOT_BELIEVED } : found;
};

/** The guard answers before anything is asked. */
const refuses = async (guarded: string, key: ServiceKey, withinMs: number): Promise<boolean> => {
  const headers = trustedServiceHeader(key);
  const signal = AbortSignal.timeout(withinMs);
  const response = await fetch(guarded, { headers, redirect: 'error', signal }).catch(() => null);
  await response?.body?.cancel();
  return response?.status === 403;
};

/**
 * Amber while the service is away, or believes nobody from here: what it takes cannot be recorded (`records: false`), and
 * everything can still be read.
 */
export const writeServiceCheck =
  (address: string, key: ServiceKey, withinMs = WITHIN_MS): HealthCheck =>
  async (): Promise<HealthReport> => {
    const found = await lookWithProof(address, TRUST_PATH, key, withinMs);
    return found.status === 'fail' ? { ...found, status: 'warn', records: false } : { ...found };
  };

export interface ReplicasReport extends HealthReport {
  readonly replicas: readonly Found[];
}

/**
 * Ready as long as one replica answers questions; amber while another is away or has something to tell. `beyondRecord` where
 * those that answer show what may not be on record.
 */
export const replicasCheck =
  (addresses: readonly string[], key: ServiceKey, withinMs = WITHIN_MS): (() => Promise<ReplicasReport>) =>
  async () => {
    const replicas = await Promise.all(addresses.map((address) => lookWithProof(address, '/queries', key, withinMs)));
    const statuses = replicas.map(({ status }) => status);
    const isBeyond = replicas.some(({ beyondRecord }) => beyondRecord);
    if (statuses.every((status) => status === 'fail'))
      return { status: 'fail', ...(isBeyond ? { beyondRecord: true } : {}), replicas };
    return { status: statuses.every((status) => status === 'pass') ? 'pass' : 'warn', replicas };
  };
