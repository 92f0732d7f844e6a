import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { requestError } from '../http/gateway-error.ts';

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Refuses an operation that could read too many records; with what its variables say, before anything is read. */
export const costRefusal = (costed: CostedOperation, most: number): GraphQLError | null => {
  const cost = knownCostOf(costed);
  if (cost <= most) return null;
  return requestError(
    'too-costly',
    `The document could read ${cost} records; ${most} are allowed. Ask for smaller pages.`,
  );
};

/** What a page asks is asked again and again; yoga hands out one document for each text. */
const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();
const MOST_KNOWN = 50;
const LONGEST_KNOWN = 1_000;

const knownCostOf = (costed: CostedOperation): number => {
  const variables = JSON.stringify(costed.variables);
  if (variables.length > LONGEST_KNOWN) return costOf(costed);
  const costs = known.get(costed.operation) ?? new Map<string, number>();
  known.set(costed.operation, costs);
  const cost = costs.get(variables) ?? costOf(costed);
  if (costs.size < MOST_KNOWN) costs.set(variables, cost);
  return cost;
};

/** Variables that do not fit cost nothing: execution refuses them before it reads. */
const costOf = ({ schema, document, operation, variables }: CostedOperation): number => {
  // One fault settles it; the plugin would word every one of twenty thousand.
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (errors) return 0;
  const definitions = [operation, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)];
  try {
    return complexityFromQuery({ kind: Kind.DOCUMENT, definitions }, { schema, variables: { ...variables } })
      .complexity;
  } catch {
    return 0;
  }
};
