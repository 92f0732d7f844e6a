import type { NamedSchema } from '@demarche/contracts/interfaces';
import { namedSchemas } from '@demarche/contracts/interfaces';
import { z } from 'zod';
import { SignIn, SignInChoice } from '../sign-in.ts';

const CountriesOnRecord = z.object({ countries: z.array(z.object({ iso3: z.string(), name: z.string() })) });

const Liveness = z.object({ status: z.literal('pass') });

const Readiness = z.object({
  status: z.enum(['pass', 'warn', 'fail', 'stopping']),
  checks: z.record(z.string(), z.looseObject({ status: z.enum(['pass', 'warn', 'fail']) })),
});

const GraphqlRequest = z.looseObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullable().optional(),
  operationName: z.string().nullable().optional(),
});

const GraphqlAnswer = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullable().optional(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

const alsoNamed = ['Officer', 'ImportPreviewRequest', 'ImportPreview', 'CommandAnswer', 'ProblemDocument'];

/** What the paths that are no commands speak of, and every command's answer. */
export const otherSchemas: Readonly<Record<string, NamedSchema>> = {
  ...Object.fromEntries(Object.entries(namedSchemas).filter(([name]) => alsoNamed.includes(name))),
  SignIn: [SignIn, 'Who you are, by the `id` of one of the persons.'],
  SignInChoice: [SignInChoice, 'Who can be chosen, and who was.'],
  CountriesOnRecord: [CountriesOnRecord, 'The countries that a report is on record of, by code and name.'],
  Liveness: [Liveness, 'The process turns.'],
  Readiness: [Readiness, 'The worst of its checks, and each of them by name.'],
  GraphqlRequest: [GraphqlRequest, 'A document of GraphQL with its variables.'],
  GraphqlAnswer: [GraphqlAnswer, 'What a document of GraphQL is answered.'],
};
