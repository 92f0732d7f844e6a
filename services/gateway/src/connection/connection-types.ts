import {
  commitmentType,
  engagementType,
  followUpType,
  instrumentType,
  recommendationType,
  reportType,
} from '../contract-types/record-types.ts';
import { connectionType } from './connection.ts';

/** A page of each kind of record, wherever it is asked for. */
export const recommendationConnection = connectionType(recommendationType, 'Recommendation');
export const reportConnection = connectionType(reportType, 'CountryReport');
export const engagementConnection = connectionType(engagementType, 'Engagement');
export const followUpConnection = connectionType(followUpType, 'FollowUp');
export const commitmentConnection = connectionType(commitmentType, 'Commitment');
export const instrumentConnection = connectionType(instrumentType, 'Instrument');
