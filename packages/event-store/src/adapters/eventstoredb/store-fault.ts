import { AppendTooLarge, StoreUnavailable } from '../../event-store.ts';
import { DamagedStream } from './damaged-stream.ts';
import { PositionBeyondNumbers } from './number-of.ts';
import { NoAnswer } from './with-patience.ts';

/** What the client throws: its own errors have a type, those of gRPC beneath it only a code. */
export interface ClientFault {
  readonly type?: string;
  readonly code?: number;
  readonly message?: string;
}

/** https://grpc.io/docs/guides/status-codes/ */
const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const PERMISSION_DENIED = 7;
const ABORTED = 10;
const INTERNAL = 13;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

const fault = (error: unknown): ClientFault => (error ?? {}) as ClientFault;

export const isConflict = (error: unknown): boolean => fault(error).type === 'wrong-expected-version';

export const isAbsentStream = (error: unknown): boolean => fault(error).type === 'stream-not-found';

/** The server did not see its own write through in time. It may have landed. */
export const isAborted = (error: unknown): boolean => fault(error).type === 'deadline-exceeded';

/** The server has ended a call that should have gone on, and says nothing of why. */
export const SERVER_ENDED = Object.assign(new Error('the server ended the call'), { code: UNAVAILABLE });

/** A position at which no event of the log begins: the server has no better answer to it than that something is wrong. */
export const isBetweenEvents = (error: unknown): boolean =>
  fault(error).type === 'unknown' && /ReadAllResult: Error|thrown by handler/.test(fault(error).message ?? '');

/**
 * So much was appended while a subscription came to the end of the log that the server gave it up. What it had sent until then
 * is in order and without a gap.
 */
export const isLeftBehind = (error: unknown): boolean =>
  fault(error).code === ABORTED && /too slow/.test(fault(error).message ?? '');

/** Whether nothing was heard of the server, or nothing of the one that leads, in the client's words or in gRPC's. */
export const isServerGone = (error: unknown): boolean => {
  const { type = '', code = 0 } = fault(error);
  if (error instanceof NoAnswer || error instanceof StoreUnavailable) return true;
  return GONE_TYPES.has(type) || GONE_CODES.has(code) || isCutOff(error);
};

const GONE_TYPES: ReadonlySet<string> = new Set(['unavailable', 'not-leader']);
const GONE_CODES: ReadonlySet<number> = new Set([UNAVAILABLE, CANCELLED, DEADLINE_EXCEEDED]);

/** How a server that is told to stop ends a long call. */
const isCutOff = (error: unknown): boolean => {
  const { code, message = '' } = fault(error);
  return code === INTERNAL && message.includes('RST_STREAM');
};

const isShutOut = ({ type, code }: ClientFault): boolean =>
  type === 'access-denied' || code === PERMISSION_DENIED || code === UNAUTHENTICATED;

/** What went wrong, as the port says it. Whatever is no fault of the store comes back as it is. */
export const storeFault = (error: unknown, server: string): unknown => {
  const { type, message } = fault(error);
  if (isOurs(error)) return error;
  if (type === 'maximum-append-size-exceeded') {
    return new AppendTooLarge('KurrentDB takes at most 1 MiB at once, and these events are larger', { cause: error });
  }
  if (isShutOut(fault(error))) {
    const said = `KurrentDB at ${server} does not let Demarche in. Give it the user and the password of an account that may write streams and read all of them at once, in DEMARCHE_STORE_USER and DEMARCHE_STORE_PASSWORD, and start it anew. Where the account is given that right instead, recording goes on by itself.`;
    return new StoreUnavailable(said, { cause: error, trouble: 'read-only' });
  }
  if (isDamage(error)) return new StoreUnavailable(`${describeDamage(error)}.`, { cause: error, trouble: 'damaged' });
  if (isServerGone(error)) {
    const said = `KurrentDB at ${server} does not answer${reasonIn(message)}. Look whether it runs and can be reached; recording goes on by itself then.`;
    return new StoreUnavailable(said, { cause: error });
  }
  return new StoreUnavailable(`KurrentDB at ${server} reports a fault: ${message || type || error}`, { cause: error });
};

const isOurs = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof AppendTooLarge || error instanceof StoreUnavailable;

const isDamage = (error: unknown): boolean =>
  error instanceof DamagedStream || error instanceof PositionBeyondNumbers || fault(error).type === 'stream-deleted';

const describeDamage = (error: unknown): string =>
  error instanceof Error && fault(error).type === undefined
    ? `KurrentDB does not hold what Demarche wrote: ${error.message}`
    : 'A stream was deleted in KurrentDB, which Demarche never does: bring back the newest backup';

const reasonIn = (message = ''): string => (/certificate|CERT|SSL|TLS/.test(message) ? ` (${message})` : '');
