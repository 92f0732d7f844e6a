import { type SpanDetails, spanAttributes, spanNames, traced } from '@demarche/telemetry';
import type { GraphQLSchema } from 'graphql';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { documentRefusals } from '../limits/document-refusals.ts';
import type { Limits } from '../limits/limits.ts';
import { costRefusal } from '../limits/operation-cost.ts';
import { requestError, withCode } from './gateway-error.ts';
import { orAway } from './or-away.ts';

export interface EngineOptions {
  /** Whether clients may ask for the schema and get hints at names that they misspelt. */
  readonly introspection: boolean;
  readonly limits: Limits;
}

/**
 * Reads, checks and executes documents with graphql itself in place of yoga's own executor: limits come before any other
 * rule, costs before any reading, and every operation ends in time and within a span.
 */
export const useGraphql17 = (options: EngineOptions): Plugin => ({
  onParse: ({ setParseFn }) => setParseFn(parseWithin(options)),
  onValidate: ({ setValidationFn }) => setValidationFn(validateWithin(options)),
  onExecute: ({ setExecuteFn }) => setExecuteFn((args: ExecutionArgs) => executeWithin(args, options)),
  onSubscribe: ({ setSubscribeFn }) => setSubscribeFn((args: ExecutionArgs) => subscribeWithin(args, options)),
});

const parseWithin =
  ({ limits: { tokens } }: EngineOptions) =>
  (source: string): DocumentNode => {
    try {
      return parse(source, { maxTokens: tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (!error.message.includes('Parsing aborted')) throw withCode(error, 'syntax-error');
      throw requestError('too-many-tokens', `The document has more than ${tokens} words and signs.`);
    }
  };

const validateWithin =
  (options: EngineOptions) =>
  (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
    const refusals = documentRefusals(document, options);
    if (refusals.length > 0) return refusals;
    const faults = validate(schema, document, specifiedRules, {
      maxErrors: 20,
      hideSuggestions: !options.introspection,
    });
    return faults.map((fault) => withCode(fault, 'invalid-document'));
  };

const executeWithin = (args: ExecutionArgs, options: EngineOptions): Promise<ExecutionResult> =>
  inSpan(args, async () => {
    const refusal = refusalOf(args, options);
    if (refusal) return refusal;
    const tooSlow = new AbortController();
    // Called off in the end, where a signal that times out by itself would abort long after the answer.
    const timer = setTimeout(() => tooSlow.abort(), options.limits.milliseconds);
    try {
      const result = await execute({ ...args, abortSignal: tooSlow.signal, hideSuggestions: !options.introspection });
      return orAway(result, (args.contextValue as GatewayContext).correlationId);
    } catch (error) {
      if (tooSlow.signal.aborted) return { errors: [requestError('too-slow', sentenceOfDelay(operationOf(args)))] };
      throw error;
    } finally {
      clearTimeout(timer);
    }
  });

const subscribeWithin = (args: ExecutionArgs, options: EngineOptions) =>
  inSpan(args, async () => refusalOf(args, options) ?? subscribe({ ...args, hideSuggestions: !options.introspection }));

const sentenceOfDelay = (operation: OperationDefinitionNode | null | undefined): string =>
  operation?.operation === 'mutation'
    ? 'It took too long. It may or may not have been recorded; trying again with the same key is safe.'
    : 'It took too long. Ask for less at a time, or try again in a moment.';

const operationOf = ({ document, operationName }: ExecutionArgs) => getOperationAST(document, operationName);

const refusalOf = (args: ExecutionArgs, { limits }: EngineOptions): ExecutionResult | null => {
  const operation = operationOf(args);
  if (!operation) return null;
  const { schema, document, variableValues } = args;
  const refusal = costRefusal({ schema, document, operation, variables: variableValues ?? {} }, limits.cost);
  return refusal && { errors: [refusal] };
};

/** Says what kind of operation it was and which root fields it asked for: names of our schema, nothing of the client's. */
const inSpan = <Result extends object>(args: ExecutionArgs, work: () => Promise<Result>): Promise<Result> => {
  const operation = operationOf(args);
  const details: SpanDetails = { [spanAttributes.operation]: operation ? rootFieldsOf(operation) : '' };
  return traced(spanNames.graphql(operation?.operation ?? 'unknown'), details, async (span) => {
    const result = await work();
    span.setAttribute(spanAttributes.outcome, outcomeOf(result));
    return result;
  });
};

const outcomeOf = (result: object): string => ('errors' in result ? 'errors' : 'answered');

const rootFieldsOf = ({ selectionSet }: OperationDefinitionNode): string =>
  selectionSet.selections
    .map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '…'))
    .toSorted()
    .join(' ');
