import { ErrorCode, NatsError } from 'nats';
import { BusUnavailable } from '../../message-log.ts';

const UNKNOWN_AUTHORITY =
  'has a certificate of an authority that is not known here: name the PEM file with that authority in DEMARCHE_BUS_CA';

/** What the codes of the library, and of Node below it, mean to whoever runs the bus. */
const meanings: Readonly<Record<string, string>> = {
  [ErrorCode.Timeout]: 'did not answer in time',
  [ErrorCode.NoResponders]: 'has no stream for this, or JetStream is not enabled there',
  [ErrorCode.AuthorizationViolation]:
    'does not take this user and password: see DEMARCHE_BUS_USER and DEMARCHE_BUS_PASSWORD',
  [ErrorCode.AuthenticationExpired]: 'takes this user no longer',
  [ErrorCode.PermissionsViolation]: 'does not allow this user what is needed',
  [ErrorCode.ConnectionClosed]: 'ended the connection',
  [ErrorCode.Disconnect]: 'ended the connection',
  [ErrorCode.ConnectionRefused]: 'takes no connection',
  ECONNREFUSED: 'takes no connection',
  ENOTFOUND: 'is not known by this name',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
};

/** And what JetStream's own numbers mean. */
const jetStreamMeanings: Readonly<Record<number, string>> = {
  10_023: 'has no room left for this',
  10_047: 'has no room left for the stream',
  10_059: 'has no such stream yet: the relay makes it',
  10_077: 'has no room left in the stream',
};

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | undefined)?.code ?? '');

/** What went wrong, to follow on the name of a server or of the bus. */
export const meaningOf = (error: unknown): string =>
  jetStreamMeanings[jetStreamErrorOf(error) ?? 0] ??
  meanings[codeOf(error)] ??
  `is in trouble (${error instanceof Error ? error.message : String(error)})`;

/** The number that JetStream gives an error of its own. */
export const jetStreamErrorOf = (error: unknown): number | undefined =>
  error instanceof NatsError ? error.api_error?.err_code : undefined;

/** Any fault of a call as the one that the port names. */
export const unavailable = (error: unknown): BusUnavailable =>
  error instanceof BusUnavailable ? error : new BusUnavailable(`The bus ${meaningOf(error)}`, { cause: error });
