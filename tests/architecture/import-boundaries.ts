import { posix } from 'node:path';
import type { ImportedModule, SourceFile } from './source-file.ts';

const libraries = ['kernel', 'contracts', 'telemetry', 'event-store', 'messaging', 'service-kit', 'report-parser'];
const writeServices = ['engagements', 'recommendations', 'commitments'];
const mountedServices = [...writeServices, 'relay', 'projections', 'gateway', 'console'];

/**
 * Who may import what of ours: `kernel <- contracts <- event-store <- messaging <- service-kit <- services`.
 * Telemetry stands beside them. A workspace that is not named here is a service like any other.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  telemetry: [],
  contracts: ['kernel'],
  'report-parser': ['contracts'],
  'event-store': ['kernel', 'contracts', 'telemetry'],
  messaging: ['kernel', 'contracts', 'telemetry', 'event-store'],
  'service-kit': ['kernel', 'contracts', 'telemetry', 'event-store', 'messaging'],
  testing: libraries,
  // Composes them all; its demonstration data is the scenario generator's.
  standalone: [...libraries, ...mountedServices, 'testing'],
  // Talks to the system over HTTP as any integrator does; the files of a record it keeps by what standalone has for that.
  cli: ['contracts', 'report-parser', 'standalone'],
};

/** Single entries of a package that somebody may import who may not import the package. */
const mayImportEntry: Readonly<Record<string, readonly string[]>> = {
  // What integrators are given to build against; making it takes neither a server nor a store.
  cli: ['@demarche/service-kit/open-api', '@demarche/messaging/async-api'],
};

/** From elsewhere than ours, kernel takes nothing and contracts take zod. */
const mayImportFromElsewhere: Readonly<Record<string, readonly string[]>> = { kernel: [], contracts: ['zod'] };

const harmlessNodeModules = ['node:buffer', 'node:crypto', 'node:util', 'node:assert', 'node:assert/strict'];
const impureCalls =
  /^(new Date\(\)|Date\(.*\)|(Date|performance)\.now\(.*\)|Math\.random\(.*\)|(crypto\.)?random(UUID|Bytes|Int)\(.*\)|crypto\.getRandomValues\(.*\)|Temporal\.Now\..*|(fetch|setTimeout|setInterval)\(.*\))$/;

/** One sentence for every import or call in this file that the architecture forbids. */
export const violationsIn = (file: SourceFile, adapterNames: readonly string[]): readonly string[] => {
  const [, workspace = ''] = file.path.split('/');
  const isTest = /\.(spec|contract)\.tsx?$|\/spec-kit\//.test(file.path);
  const faults = [
    ...file.imports.flatMap((imported) => directionFault(file.path, workspace, isTest, imported)),
    ...(isTest ? [] : file.imports.flatMap((imported) => elsewhereFault(workspace, imported))),
    ...(isTest ? [] : file.imports.flatMap((imported) => adapterFault(file.path, imported, adapterNames))),
    ...(isTest || !isPure(file.path, workspace) ? [] : impurities(file)),
  ];
  return faults.map((fault) => `${file.path} ${fault}`);
};

const directionFault = (path: string, workspace: string, isTest: boolean, { from }: ImportedModule): string[] => {
  if (from.startsWith('.')) return leavesWorkspace(path, from) ? [`reaches into another workspace: ${from}`] : [];
  const target = /^@demarche\/([^/]+)/.exec(from)?.[1];
  const allowed =
    !target || allowedFor(workspace, isTest).includes(target) || mayImportEntry[workspace]?.includes(from);
  return allowed ? [] : [`must not import ${from}`];
};

const allowedFor = (workspace: string, isTest: boolean): readonly string[] => [
  workspace,
  ...(mayImport[workspace] ?? libraries),
  ...(isTest ? ['testing'] : []),
];

const leavesWorkspace = (path: string, from: string): boolean => {
  const target = posix.join(posix.dirname(path), from);
  return target.split('/').slice(0, 2).join('/') !== path.split('/').slice(0, 2).join('/');
};

const elsewhereFault = (workspace: string, { from }: ImportedModule): string[] => {
  const allowed = mayImportFromElsewhere[workspace];
  const isOurs = from.startsWith('.') || from.startsWith('@demarche/');
  return !allowed || isOurs || allowed.includes(from) ? [] : [`must not depend on ${from}`];
};

/** Adapters come from a path of their own, beside those of the contract that they all keep and of its description. */
const adapterPath = /^@demarche\/(?:event-store|messaging)\/(?!.*contract|async-api$)/;

const adapterFault = (path: string, imported: ImportedModule, adapterNames: readonly string[]): string[] => {
  const mayMakeAdapters = /(^packages\/testing\/|\/adapters\/|\/index\.ts$|\/main\.ts$)/.test(path);
  if (mayMakeAdapters || imported.typeOnly) return [];
  if (imported.from.startsWith('.') && imported.from.includes('/adapters/'))
    return [`imports an adapter: ${imported.from}`];
  if (adapterPath.test(imported.from)) return [`imports an adapter, which only main.ts may: ${imported.from}`];
  const adapters = imported.from.startsWith('@demarche/')
    ? imported.names.filter((name) => adapterNames.includes(name))
    : [];
  return adapters.map((name) => `imports an adapter, which only main.ts may: ${name}`);
};

/** Rules know no clock and do no I/O: kernel, contracts, report-parser, and the slices of the write services. */
const isPure = (path: string, workspace: string): boolean => {
  if (['kernel', 'contracts', 'report-parser'].includes(workspace)) return true;
  return (
    writeServices.includes(workspace) &&
    /^services\/[^/]+\/src\/.+\/[^/]+\.ts$/.test(path) &&
    !path.endsWith('.route.ts')
  );
};

const impurities = ({ imports, calls }: SourceFile): string[] => [
  ...imports
    .filter(({ from }) => from.startsWith('node:') && !harmlessNodeModules.includes(from))
    .map(({ from }) => `does I/O through ${from}`),
  ...calls.filter((call) => impureCalls.test(call)).map((call) => `calls ${call}, and must be told instead`),
];

/** The factories that a package's index passes on from its `adapters` folder. */
export const adapterNamesIn = (index: SourceFile): readonly string[] =>
  index.imports
    .filter(({ from, typeOnly }) => from.startsWith('./adapters/') && !typeOnly)
    .flatMap(({ names }) => names.filter((name) => /^[a-z]/.test(name)));
