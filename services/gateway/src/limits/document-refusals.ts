import type { DocumentNode, GraphQLError } from 'graphql';
import { requestError } from '../http/gateway-error.ts';
import type { Limits } from './limits.ts';
import { measureDocument } from './measure-document.ts';

export interface DocumentRules {
  readonly limits: Limits;
  readonly introspection: boolean;
}

/** Every limit that the document breaks, in a sentence each. */
export const documentRefusals = (
  document: DocumentNode,
  { limits, introspection }: DocumentRules,
): readonly GraphQLError[] => {
  const { depth, aliases, rootFields, directives, introspects } = measureDocument(document);
  return [
    depth > limits.depth &&
      requestError('too-deep', `The document is ${depth} fields deep; ${limits.depth} are allowed.`),
    aliases > limits.aliases &&
      requestError('too-many-aliases', `The document has ${aliases} aliases; ${limits.aliases} are allowed.`),
    rootFields > limits.rootFields &&
      requestError(
        'too-many-root-fields',
        `The document asks ${rootFields} root fields; ${limits.rootFields} are allowed.`,
      ),
    directives > limits.directives &&
      requestError(
        'too-many-directives',
        `The document has ${directives} directives; ${limits.directives} are allowed.`,
      ),
    introspects && !introspection && requestError('introspection-off', 'This server does not describe its schema.'),
  ].filter((refusal) => refusal !== false);
};
