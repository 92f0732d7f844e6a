import { GraphQLError } from 'graphql';

/** Every code with which the gateway itself refuses, and the status that the same refusal has over plain HTTP. */
const statuses = {
  malformed: 400,
  'syntax-error': 400,
  'invalid-document': 400,
  'unknown-query': 400,
  'bad-cursor': 400,
  'too-deep': 400,
  'too-costly': 400,
  'too-many-aliases': 400,
  'too-many-directives': 400,
  'too-many-root-fields': 400,
  'too-many-tokens': 400,
  'introspection-off': 400,
  'not-signed-in': 401,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'internal-error': 500,
  'projections-unavailable': 503,
  'service-unavailable': 503,
  'too-slow': 504,
} as const;

export type GatewayErrorCode = keyof typeof statuses;

/**
 * An error of one field: the sentence for a person, the code and the status for a program. The rest is still answered.
 * What caused it is logged and never told.
 */
export const gatewayError = (code: GatewayErrorCode, detail: string, cause?: unknown): GraphQLError =>
  new GraphQLError(detail, {
    extensions: { code, status: statuses[code], detail },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });

/** An error of the whole request: nothing is answered, and the status is the response's own. */
export const requestError = (code: GatewayErrorCode, detail: string): GraphQLError =>
  new GraphQLError(detail, {
    extensions: { code, status: statuses[code], detail, http: { status: statuses[code], spec: true } },
  });

/** Gives an error of graphql itself the code and status of ours, and leaves its message and place. */
export const withCode = (error: GraphQLError, code: GatewayErrorCode): GraphQLError => {
  Object.assign(error.extensions, { code, status: statuses[code], detail: error.message });
  return error;
};
