import { type QueryName, queryCatalogue } from '@demarche/contracts';
import { parseInput } from '@demarche/service-kit';
import { singular } from '../contract-types/type-name.ts';
import { gatewayError } from '../http/gateway-error.ts';

/** @throws where an argument is malformed, naming it as the client knows it. */
export const checkQuestion = (query: QueryName, argument: unknown): void => {
  const parsed = parseInput(queryCatalogue[query].arguments, argument);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  const names = issue?.path.filter((part) => typeof part === 'string' && part !== 'filter') ?? [];
  throw gatewayError('malformed', `${singular(names.join('.'))}: ${issue?.message ?? 'is malformed'}`);
};
