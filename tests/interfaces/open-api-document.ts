import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
  readonly example: unknown;
}

interface Content {
  readonly [mediaType: string]: { readonly schema: Schema; readonly example?: unknown };
}

interface Answer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Content;
}

/** One operation of the HTTP interface as it is documented, with nothing left to look up. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: Content | undefined;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly needsNobody: boolean;
}

const openApiFile = new URL('../../services/cli/openapi.json', import.meta.url);

const document = JSON.parse(readFileSync(openApiFile, 'utf8'));

const resolved = <Part>(part: Part | { readonly $ref: string }): Part => {
  if (typeof part !== 'object' || part === null || !('$ref' in part)) return part as Part;
  const steps = String(part.$ref).slice(2).split('/');
  return steps.reduce((found, step) => found[step], document) as Part;
};

const operationOf = (path: string, method: string, described: typeof document): Operation => ({
  name: described.operationId,
  method: method.toUpperCase(),
  path,
  tags: described.tags,
  parameters: (described.parameters ?? []).map(resolved<Parameter>),
  body: described.requestBody?.content,
  answers: Object.fromEntries(
    Object.entries<Answer>(described.responses).map(([status, answer]) => [status, resolved(answer)]),
  ),
  needsNobody: described.security?.length === 0,
});

export const operations: readonly Operation[] = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => operationOf(path, method, described)),
);

const ajv = formats
  .default(new Ajv2020({ strict: false, allErrors: true }))
  .addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/)
  .addSchema(document, 'document');

/** What is wrong with a value, by a schema of the document; nothing where it fits. */
export const misfitsOf = (schema: Schema, value: unknown): readonly string[] => {
  const pointing = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as Schema;
  const fits = ajv.compile(pointing);
  return fits(value) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** What an answer has that the document does not say, or lacks that it promises; nothing where it keeps to it. */
export const faultsOf = async (operation: Operation, response: Response): Promise<readonly string[]> => {
  const text = await response.text();
  const answer = operation.answers[response.status] ?? operation.answers['default'];
  if (!answer) return [`${operation.name} does not document ${response.status}: ${text}`];
  const missing = Object.entries(answer.headers ?? {})
    .filter(([name]) => !response.headers.has(name))
    .map(([name]) => `${name} is promised with ${response.status}, and is not there`);
  return [...missing, ...headerMisfits(answer, response), ...bodyMisfits(answer, response, text)];
};

const headerMisfits = ({ headers = {} }: Answer, response: Response): readonly string[] =>
  Object.entries(headers).flatMap(([name, reference]) => {
    const value = response.headers.get(name);
    const { schema } = resolved<{ readonly schema: Schema }>(reference);
    return value === null ? [] : misfitsOf(schema, value).map((misfit) => `${name} ${misfit}`);
  });

const bodyMisfits = ({ content }: Answer, response: Response, text: string): readonly string[] => {
  if (!content) return text === '' ? [] : [`${response.status} has a body that is not documented`];
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
  const documented = content[mediaType];
  if (!documented) return [`${response.status} comes as ${mediaType}, which is not documented`];
  return misfitsOf(documented.schema, JSON.parse(text));
};

/** Where a request goes, with the parameters of the path put in. */
export const addressOf = ({ path, parameters }: Operation, values: Readonly<Record<string, unknown>> = {}): string =>
  parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((address, { name, example }) => address.replace(`{${name}}`, String(values[name] ?? example)), path);
