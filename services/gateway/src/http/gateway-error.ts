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
  'views-unavailable': 503,
  'service-unavailable': 503,
  'service-unreachable': 503,
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

/**
 * An error of the whole document: nothing is answered. A client that takes `application/json` only is told so with
 * status 200, as GraphQL over HTTP asks; any other by the error's status.
 */
export const requestError = (code: GatewayErrorCode, detail: string): GraphQLError => wholeError(code, detail, true);

/** An error before there was a document: its status is the response's, whatever the client takes. */
export const transportError = (code: GatewayErrorCode, detail: string): GraphQLError => wholeError(code, detail, false);

const wholeError = (code: GatewayErrorCode, detail: string, spec: boolean): GraphQLError =>
  new GraphQLError(detail, {
    extensions: { code, status: statuses[code], detail, http: { status: statuses[code], spec } },
  });

/** Gives an error of graphql itself the code and status of ours, and leaves its message and place. */
export const withCode = (error: GraphQLError, code: GatewayErrorCode): GraphQLError => {
  error.message = shortened(error.message);
  Object.assign(error.extensions, { code, status: statuses[code], detail: error.message });
  return error;
};

const LONGEST_MESSAGE = 500;

/** graphql repeats what was sent, be it as long as it may. */
export const shortened = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE).toWellFormed()}…` : message;
