import type { RecommendationReference } from '@demarche/contracts';
import type { Decider, Decision } from '@demarche/kernel';
import {
  type AssessImplementationCommand,
  assessImplementation,
} from './assess-implementation/assess-implementation.ts';
import { type CloseRecommendationCommand, closeRecommendation } from './close-recommendation/close-recommendation.ts';
import { type NotePaceCommand, notePace } from './note-pace/note-pace.ts';
import {
  evolveRecommendation,
  type OriginEvent,
  type Recommendation,
  type RecommendationEvent,
  unknownRecommendation,
} from './recommendation.ts';
import {
  type RecordGovernmentResponseCommand,
  recordGovernmentResponse,
} from './record-government-response/record-government-response.ts';
import { type SignOffAssessmentCommand, signOffAssessment } from './sign-off-assessment/sign-off-assessment.ts';
import { type TagRecommendationCommand, tagRecommendation } from './tag-recommendation/tag-recommendation.ts';
import { type WithdrawEntryCommand, withdrawEntry } from './withdraw-entry/withdraw-entry.ts';

export type RecommendationCommand =
  | AssessImplementationCommand
  | CloseRecommendationCommand
  | NotePaceCommand
  | RecordGovernmentResponseCommand
  | SignOffAssessmentCommand
  | TagRecommendationCommand
  | WithdrawEntryCommand;

const decide = (command: RecommendationCommand, state: Recommendation): Decision<RecommendationEvent, string> => {
  switch (command.name) {
    case 'assess-implementation':
      return assessImplementation(command, state);
    case 'close-recommendation':
      return closeRecommendation(command, state);
    case 'note-pace':
      return notePace(command, state);
    case 'record-government-response':
      return recordGovernmentResponse(command, state);
    case 'sign-off-assessment':
      return signOffAssessment(command, state);
    case 'tag-recommendation':
      return tagRecommendation(command, state);
    case 'withdraw-entry':
      return withdrawEntry(command, state);
  }
};

export const recommendationDecider = (
  reference: RecommendationReference,
): Decider<RecommendationCommand, RecommendationEvent | OriginEvent, Recommendation, string> => ({
  initialState: unknownRecommendation,
  decide,
  evolve: evolveRecommendation(reference),
});
