import { jsonSchemas } from '@demarche/contracts/interfaces';
import { commandPaths, commandSchemas } from './command-paths.ts';
import { introduction, tags } from './introduction.ts';
import { otherPaths } from './other-paths.ts';
import { otherSchemas } from './other-schemas.ts';
import { problemParts } from './problem-answers.ts';
import { sharedParts } from './shared-parts.ts';

/** The HTTP interface as an OpenAPI 3.1 document, made from the contracts. Pure: the same release makes the same document. */
export const openApi = ({ version }: { readonly version: string }): Readonly<Record<string, unknown>> => ({
  openapi: '3.1.0',
  info: {
    title: 'Demarche: the HTTP interface',
    version,
    summary: 'Record what was recommended, said, promised and done.',
    description: introduction,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [
    {
      url: 'http://{host}:{port}',
      description: 'Where Demarche was told to listen: its console, or the gateway behind it.',
      variables: { host: { default: '127.0.0.1' }, port: { default: '4800' } },
    },
  ],
  security: [{ session: [] }],
  tags,
  paths: { ...commandPaths(), ...otherPaths },
  components: {
    ...sharedParts,
    responses: { ...sharedParts.responses, ...problemParts() },
    schemas: jsonSchemas({ ...commandSchemas(), ...otherSchemas }, { target: 'draft-2020-12', io: 'input' }),
  },
});
