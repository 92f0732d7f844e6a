export type { CommandExample } from './examples/command-example.ts';
export { commandExamples, exampleOf } from './examples/command-examples.ts';
export { eventExampleOf } from './examples/event-examples.ts';
export type { JsonSchema, SchemaDialect } from './json-schemas.ts';
export { jsonSchemas, schemaNamed } from './json-schemas.ts';
export type { NamedSchema } from './named-schemas.ts';
export { namedSchemas } from './named-schemas.ts';
