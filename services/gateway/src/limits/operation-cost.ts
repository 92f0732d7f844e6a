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
  const cost = costOf(costed);
  if (cost <= most) return null;
  return requestError(
    'too-costly',
    `The document could read ${cost} records; ${most} are allowed. Ask for smaller pages.`,
  );
};

/** Variables that do not fit cost nothing: execution refuses them before it reads. */
const costOf = ({ schema, document, operation, variables: given }: CostedOperation): number => {
  // One fault settles it; the plugin would word every one of twenty thousand.
  const { variableValues } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (!variableValues) return 0;
  const variables = variableValues.coerced;
  return costOnce(operation, variables, () => {
    const definitions = [operation, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)];
    try {
      return complexityFromQuery({ kind: Kind.DOCUMENT, definitions }, { schema, variables: { ...variables } })
        .complexity;
    } catch {
      return 0;
    }
  });
};

/** What a page asks is asked again and again; yoga hands out one document for each text. */
const known = new WeakMap<OperationDefinitionNode, Map<string, number>>();
const MOST_KNOWN = 50;
const LONGEST_KNOWN = 1_000;

const costOnce = (operation: OperationDefinitionNode, variables: object, count: () => number): number => {
  const key = JSON.stringify(variables);
  if (key.length > LONGEST_KNOWN) return count();
  const costs = known.get(operation) ?? new Map<string, number>();
  known.set(operation, costs);
  const cost = costs.get(key) ?? count();
  if (costs.size < MOST_KNOWN) costs.set(key, cost);
  return cost;
};
