import { Officer } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { valueType } from '../contract-types/value-type.ts';

builder.queryField('viewer', (t) =>
  t.field({
    type: valueType(Officer, 'Query', 'viewer'),
    nullable: true,
    description: 'Who is signed in; null while nobody is. The only field that is answered to anybody.',
    complexity: 1,
    resolve: (_, __, { officer }) => officer,
  }),
);
