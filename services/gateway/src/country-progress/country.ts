import { CountryProgress } from '@demarche/contracts';
import { builder } from '../builder.ts';
import { commitmentArgs, readCommitments } from '../commitment/commitment-filter.ts';
import { pageArgs, pageCost } from '../connection/connection.ts';
import {
  commitmentConnection,
  engagementConnection,
  followUpConnection,
  recommendationConnection,
  reportConnection,
} from '../connection/connection-types.ts';
import { sliceConnection } from '../connection/slice-connection.ts';
import { contractFields } from '../contract-types/contract-fields.ts';
import { countryType } from '../contract-types/record-types.ts';
import { engagementArgs, readEngagements } from '../engagement/engagement-filter.ts';
import { followUpArgs, readFollowUps } from '../engagement/follow-up-filter.ts';
import { globalId, nodeInterface } from '../node/global-id.ts';
import { timelineConnection } from '../timeline/timeline-entry.ts';
import { readTimeline, timelineArgs } from '../timeline/timeline-filter.ts';

const docs = {
  tier: 'Placement of the newest report at the point asked for.',
  tierHistory: 'One entry for each report year, oldest first.',
  heldSince: 'When Demarche first recorded anything about this country; null when it held nothing.',
  notUpToDateSince: 'When set, a record of this country could not be brought up to date since then.',
  nextDue: 'The promise, commitment or follow-up that is due next, or has been due longest.',
  attention: 'What asks for a person’s attention, each with the sentence that says so.',
  recommendations: 'How many recommendations of the newest report stand where.',
};

builder.objectType(countryType, {
  description: 'A country and how far it has come with what was recommended to it.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ country }) => globalId('Country', country) }),
    ...contractFields(t, CountryProgress, {
      owner: 'Country',
      rename: { country: 'code', recommendations: 'recommendationCounts' },
      docs,
    }),
    recommendations: t.field({
      type: recommendationConnection,
      description: 'Those of the newest report, or of one report year, in the report’s order.',
      args: { reportYear: t.arg.int(), ...pageArgs },
      complexity: pageCost,
      resolve: async ({ country }, { reportYear, ...page }, { points }, info) => {
        const held = await points.of(info).recommendationsOfCountries.load(country, { reportYear: reportYear ?? null });
        return sliceConnection(held, ({ reference }) => reference, page);
      },
    }),
    timeline: t.field({
      type: timelineConnection,
      description: 'What was asked, said, promised and done, newest first.',
      args: timelineArgs,
      complexity: pageCost,
      resolve: ({ country }, given, { points }, info) =>
        readTimeline(points.of(info), { kind: 'country', country }, given),
    }),
    reports: t.field({
      type: reportConnection,
      description: 'Newest first.',
      args: pageArgs,
      complexity: pageCost,
      resolve: async ({ country }, page, { points }, info) =>
        sliceConnection(await points.of(info).reportsOfCountries.load(country), ({ reportId }) => reportId, page),
    }),
    engagements: t.field({
      type: engagementConnection,
      args: engagementArgs,
      complexity: pageCost,
      resolve: ({ country }, given, { points }, info) => readEngagements(points.of(info), given, [country]),
    }),
    commitments: t.field({
      type: commitmentConnection,
      description: 'Promises made by this country and forum commitments that bind it.',
      args: commitmentArgs,
      complexity: pageCost,
      resolve: ({ country }, given, { points }, info) =>
        readCommitments(points.of(info), given, { countries: [country] }),
    }),
    followUps: t.field({
      type: followUpConnection,
      args: followUpArgs,
      complexity: pageCost,
      resolve: ({ country }, given, { points }, info) => readFollowUps(points.of(info), given, [country]),
    }),
  }),
});
