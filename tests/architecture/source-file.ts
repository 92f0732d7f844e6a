import { parseSync } from 'vite';

export type ImportedModule = { readonly from: string; readonly names: readonly string[]; readonly typeOnly: boolean };

/** What the boundary rules need to know of a source file. */
export type SourceFile = {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly imports: readonly ImportedModule[];
  /** Calls and constructions as written, arguments left out but for their number: `Date.now()`, `new Date()`. */
  readonly calls: readonly string[];
};

type Node = { readonly type: string; readonly [key: string]: unknown };

export const readSourceFile = (path: string, text: string): SourceFile => {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const nodes = [...nodesBelow(program)];
  return { path, imports: nodes.flatMap(importIn), calls: nodes.flatMap(callIn) };
};

function* nodesBelow(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesBelow(item);
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* nodesBelow(child);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const importKinds = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

const importIn = (node: Node): ImportedModule[] => {
  const source = node['source'];
  if (!importKinds.includes(node.type) || !isNode(source) || typeof source['value'] !== 'string') return [];
  const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType';
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : [];
  return [{ from: source['value'], names: specifiers.map(importedName), typeOnly }];
};

const importedName = (specifier: Node): string => {
  const name = specifier['imported'] ?? specifier['local'];
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : '*';
};

const callIn = (node: Node): string[] => {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const callee = writtenName(node['callee']);
  const some = Array.isArray(node['arguments']) && node['arguments'].length > 0;
  return callee ? [`${node.type === 'NewExpression' ? 'new ' : ''}${callee}(${some ? '…' : ''})`] : [];
};

const writtenName = (callee: unknown): string | undefined => {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'Identifier') return String(callee['name']).replace(/^globalThis$/, '');
  if (callee.type !== 'MemberExpression') return undefined;
  const [object, property] = [writtenName(callee['object']), writtenName(callee['property'])];
  if (object === undefined || property === undefined) return undefined;
  return object === '' ? property : `${object}.${property}`;
};
