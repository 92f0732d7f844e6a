import { GraphQLError } from 'graphql';

/** Every code with which the gateway itself refuses, and the status that the same refusal has over plain HTTP. */
const statuses = {
  malformed: 400,
  'unknown-query': 400,
  'bad-cursor': 400,
  'not-signed-in': 401,
  'not-allowed-from-here': 403,
  'method-not-allowed': 405,
  'too-large': 413,
  'too-deep': 400,
  'too-costly': 400,
  'too-many-aliases': 400,
  'too-many-root-fields': 400,
  'too-many-directives': 400,
  'too-many-tokens': 400,
  'introspection-off': 400,
  'internal-error': 500,
  'projections-unavailable': 503,
  'service-unavailable': 503,
  'too-slow': 504,
} as const;

export type GatewayErrorCode = keyof typeof statuses;

/** An error as it leaves the gateway: the sentence for a person, the code and the status for a program. */
export const gatewayError = (code: GatewayErrorCode, message: string, cause?: unknown): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code, status: statuses[code], detail: message },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });

export const statusOf = (code: GatewayErrorCode): number => statuses[code];
