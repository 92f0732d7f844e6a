import { AddForumCommitment } from '../commitments/add-forum-commitment.ts';
import { CorrectForumInstrument } from '../commitments/correct-forum-instrument.ts';
import { FulfilCommitment } from '../commitments/fulfil-commitment.ts';
import { LapseCommitment } from '../commitments/lapse-commitment.ts';
import { RecordForumInstrument } from '../commitments/record-forum-instrument.ts';
import { ReviewDelivery } from '../commitments/review-delivery.ts';
import { WithdrawCommitment } from '../commitments/withdraw-commitment.ts';
import { AssignFollowUp } from '../engagements/assign-follow-up.ts';
import { CompleteFollowUp } from '../engagements/complete-follow-up.ts';
import { CorrectEngagement } from '../engagements/correct-engagement.ts';
import { LogEngagement } from '../engagements/log-engagement.ts';
import { RaiseRecommendation } from '../engagements/raise-recommendation.ts';
import { RecordPromise } from '../engagements/record-promise.ts';
import { WithdrawEngagement } from '../engagements/withdraw-engagement.ts';
import { AssessImplementation } from '../recommendations/assess-implementation.ts';
import { CloseRecommendation } from '../recommendations/close-recommendation.ts';
import { CorrectConcreteAction } from '../recommendations/correct-concrete-action.ts';
import { CorrectCountryReport } from '../recommendations/correct-country-report.ts';
import { NotePace } from '../recommendations/note-pace.ts';
import { PublishCountryReport } from '../recommendations/publish-country-report.ts';
import { RecordConcreteAction } from '../recommendations/record-concrete-action.ts';
import { RecordGovernmentResponse } from '../recommendations/record-government-response.ts';
import { ReviewRewording } from '../recommendations/review-rewording.ts';
import { SignOffAssessment } from '../recommendations/sign-off-assessment.ts';
import { TagRecommendation } from '../recommendations/tag-recommendation.ts';
import { WithdrawConcreteAction } from '../recommendations/withdraw-concrete-action.ts';
import { WithdrawEntry } from '../recommendations/withdraw-entry.ts';
import type { CommandDefinition } from './define-command.ts';

const byName: Readonly<Record<string, CommandDefinition>> = Object.fromEntries(
  [
    AddForumCommitment,
    AssessImplementation,
    AssignFollowUp,
    CloseRecommendation,
    CompleteFollowUp,
    CorrectConcreteAction,
    CorrectCountryReport,
    CorrectEngagement,
    CorrectForumInstrument,
    FulfilCommitment,
    LapseCommitment,
    LogEngagement,
    NotePace,
    PublishCountryReport,
    RaiseRecommendation,
    RecordConcreteAction,
    RecordForumInstrument,
    RecordGovernmentResponse,
    RecordPromise,
    ReviewDelivery,
    ReviewRewording,
    SignOffAssessment,
    TagRecommendation,
    WithdrawCommitment,
    WithdrawConcreteAction,
    WithdrawEngagement,
    WithdrawEntry,
  ].map((definition) => [definition.name, definition as unknown as CommandDefinition]),
);

/** Every command by the name of its slice. */
export const commandCatalogue = byName;

export const commandDefinition = (name: string): CommandDefinition | undefined =>
  Object.hasOwn(byName, name) ? byName[name] : undefined;
