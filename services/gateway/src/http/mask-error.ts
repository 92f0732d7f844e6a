import type { Logger } from '@demarche/service-kit';
import { GraphQLError } from 'graphql';
import type { GraphQLHTTPExtensions } from 'graphql-yoga';
import { type GatewayErrorCode, gatewayError, shortened } from './gateway-error.ts';

/** What yoga itself refuses, in our words. */
const codesOfYoga: Readonly<Record<string, GatewayErrorCode>> = {
  BAD_REQUEST: 'malformed',
  BAD_USER_INPUT: 'malformed',
  GRAPHQL_PARSE_FAILED: 'syntax-error',
  GRAPHQL_VALIDATION_FAILED: 'invalid-document',
  OPERATION_RESOLUTION_FAILURE: 'malformed',
  REQUEST_ENTITY_TOO_LARGE: 'too-large',
};

const isKnown = (code: unknown): boolean => typeof code === 'string' && /^[a-z-]+$/.test(code);

/**
 * What leaves the gateway in place of an error. What was meant for the client passes, with a code of ours; whatever else
 * was thrown is logged and told as a fault, without a word of what it was.
 */
export const errorMask =
  (logger: Logger) =>
  (error: unknown): Error => {
    if (!(error instanceof GraphQLError)) return fault(logger, error);
    if (isKnown(error.extensions['code'])) return passed(logger, error);
    if (error.originalError && !(error.originalError instanceof GraphQLError)) return fault(logger, error);
    return coded(error);
  };

const passed = (logger: Logger, error: GraphQLError): GraphQLError => {
  const cause = causeOf(error);
  if (cause) logger.error({ err: cause, code: error.extensions['code'] }, 'a service could not be reached');
  return error;
};

/** The fault beneath the errors that tell of it. */
const causeOf = (error: GraphQLError): Error | undefined =>
  error.originalError instanceof GraphQLError ? causeOf(error.originalError) : error.originalError;

/** Yoga refuses a document by an error of graphql's, and what is no document by one of its own. */
const coded = (error: GraphQLError): GraphQLError => {
  const { http } = error.extensions as { http?: GraphQLHTTPExtensions };
  const code =
    http?.status === 405 ? 'method-not-allowed' : (codesOfYoga[String(error.extensions['code'])] ?? 'malformed');
  const { nodes, source, positions, path } = error;
  const message = shortened(error.message);
  const { extensions } = gatewayError(code, message);
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, ...(http ? { http: { ...http, spec: false } } : {}) },
  });
};

const fault = (logger: Logger, error: unknown): GraphQLError => {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  logger.error({ err: cause }, 'a field could not be answered');
  const { extensions, message } = gatewayError(
    'internal-error',
    'Something went wrong on our side. Try again in a moment.',
  );
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  return new GraphQLError(message, {
    nodes,
    path,
    extensions: { ...extensions, ...(path ? {} : { http: { status: 500 } }) },
  });
};
