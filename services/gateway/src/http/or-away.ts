import { type ProblemCode, problem, retryAfter } from '@demarche/service-kit';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { GatewayErrorCode } from './gateway-error.ts';

/** What is answered in place of a field while the service that it is asked of is away. */
const AWAY = [
  'views-unavailable',
  'service-unavailable',
  'service-unreachable',
] as const satisfies readonly (GatewayErrorCode & ProblemCode)[];

/**
 * The result, or one refusal in its place where nothing of it could be had because what it is asked of is away. The
 * refusal is answered 503 with `Retry-After` whatever the client takes, as any balancer, proxy and client understands it,
 * and holds the same problem that an address outside the graph would answer. A result with a part in it stays a result.
 */
export const orAway = (result: ExecutionResult, correlationId: string): ExecutionResult => {
  const first = firstIfAlike(result.errors ?? []);
  const code = AWAY.find((one) => one === first?.extensions['code']);
  if (!first || !code || !isEmpty(result.data)) return result;
  const http = { status: 503, headers: { 'Retry-After': retryAfter } };
  const refusal = new GraphQLError(first.message, {
    extensions: { ...first.extensions, http },
    originalError: first,
  });
  return { errors: [refusal], extensions: { problem: problem(code, correlationId).problem } };
};

const firstIfAlike = (errors: readonly GraphQLError[]): GraphQLError | undefined =>
  errors.every(({ extensions }) => extensions['code'] === errors[0]?.extensions['code']) ? errors[0] : undefined;

const isEmpty = (data: ExecutionResult['data']): boolean => Object.values(data ?? {}).every((field) => field === null);
