import {
  Commitment,
  CountryProgress,
  CountryReport,
  Engagement,
  FollowUp,
  Instrument,
  Recommendation,
} from '@demarche/contracts';
import type { z } from 'zod';
import { builder } from '../builder.ts';

/** The things with an id of their own: each is a Node, and each is filled in where its feature is. */
export const countryType = builder.objectRef<CountryProgress>('Country');
export const reportType = builder.objectRef<CountryReport>('CountryReport');
export const recommendationType = builder.objectRef<Recommendation>('Recommendation');
export const engagementType = builder.objectRef<Engagement>('Engagement');
export const followUpType = builder.objectRef<FollowUp>('FollowUp');
export const commitmentType = builder.objectRef<Commitment>('Commitment');
export const instrumentType = builder.objectRef<Instrument>('Instrument');

const records = new Map<z.ZodType, object>([
  [CountryProgress, countryType],
  [CountryReport, reportType],
  [Recommendation, recommendationType],
  [Engagement, engagementType],
  [FollowUp, followUpType],
  [Commitment, commitmentType],
  [Instrument, instrumentType],
]);

/** The record type that stands for a schema of the contracts, if one does. */
export const recordTypeOf = (schema: z.ZodType): object | undefined => records.get(schema);
