import { Recommendation, Wording } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { pageCost } from '../connection/connection.ts';
import { commitmentLink, countryLink, recommendationLink, reportLink } from '../connection/record-link.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { recommendationType } from '../contract-types/record-types.ts';
import { valueType } from '../contract-types/value-type.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';
import { timelineConnection } from '../timeline/timeline-entry.ts';
import { readTimeline, timelineArgs } from '../timeline/timeline-filter.ts';

const docs = {
  outOf: 'How many recommendations the report holds.',
  text: 'The words of the report.',
  recordState: 'Where its record stands in its life.',
  response: 'What the host government last said to it. It moves no assessment.',
  implementation: 'What concrete actions amount to, judged for the reporting period of the day asked for.',
  askedYears: 'Report years in a row, up to this one, in which the same was asked in the same or similar words.',
  revision: 'For `ifMatch`; -1 while nothing has happened to it since it was issued.',
  raised: 'How often we brought it up, and how it was last received.',
  notUpToDateSince: 'When set, its record could not be brought up to date since then.',
};

const wordingType = valueType(Wording, 'Recommendation', 'wording');

builder.objectField(wordingType, 'recommendation', (t) => recommendationLink(t, ({ reference }) => reference));

builder.objectType(recommendationType, {
  description: 'One recommendation with its five status fields, as they stood at the point asked for.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ reference }) => globalId('Recommendation', reference) }),
    ...contractFields(t, Recommendation, {
      owner: 'Recommendation',
      rename: { country: 'countryCode', succeededBy: 'succeededByReference' },
      docs,
    }),
    country: countryLink(t, ({ country }) => country),
    report: reportLink(t, ({ reportId }) => reportId),
    succeededBy: recommendationLink(
      t,
      ({ succeededBy }) => succeededBy,
      'The recommendation of a later report that took this one’s place.',
    ),
    timeline: t.field({
      type: timelineConnection,
      description: 'From issue to outcome, newest first.',
      args: timelineArgs,
      complexity: pageCost,
      resolve: ({ reference }, given, { points }, info) =>
        readTimeline(points.of(info), { kind: 'recommendation', reference }, given),
    }),
    wordings: t.field({
      type: [wordingType],
      description: 'How its wording came down the years, oldest first, itself and later years included.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ reference }, _, { points }, info) => points.of(info).wordings.load(reference),
    }),
  }),
});

builder.objectField(valueType(Recommendation.shape.promises.element, 'Recommendation', 'promise'), 'commitment', (t) =>
  commitmentLink(t, ({ commitmentId }) => commitmentId),
);
