import { CountryReport } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { countryLink, recommendationLink } from '../connection/record-link.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { reportType } from '../contract-types/record-types.ts';
import { valueType } from '../contract-types/value-type.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';
import { pointArgs } from '../point/point-input.ts';

const itemType = valueType(CountryReport.shape.recommendations, 'CountryReport', 'recommendations');

builder.objectField(itemType as never, 'recommendation', (t) =>
  recommendationLink(t, ({ reference }: { readonly reference: string }) => reference),
);

builder.objectType(reportType, {
  description: 'One country’s report of one year, as it was brought in and corrected since.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ reportId }) => globalId('CountryReport', reportId) }),
    ...contractFields(t, CountryReport, {
      owner: 'CountryReport',
      rename: { country: 'countryCode' },
      docs: {
        amendments: 'What a person put right or confirmed of the parser’s reading before the report was saved.',
        section: 'Whether the source held the whole list of recommendations.',
        rewordings: 'Differing texts that were received for this report.',
        recommendations: 'In the report’s order, word for word.',
      },
    }),
    country: countryLink(t, ({ country }) => country),
  }),
});

builder.queryField('report', (t) =>
  t.field({
    type: reportType,
    authScopes: { signedIn: true },
    nullable: true,
    description: 'One country’s report of one year; null where nothing was held of it.',
    args: { id: t.arg({ type: 'ReportId', required: true }), ...pointArgs },
    complexity: 1,
    resolve: (_, { id, ...point }, { points }, info) => points.open(info, point).reports.load(id),
  }),
);
