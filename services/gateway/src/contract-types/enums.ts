import {
  AssessedStatus,
  Attention,
  channels,
  closureReasons,
  commitmentForces,
  commitmentKinds,
  commitmentStates,
  DueItem,
  deliveryForms,
  deliveryStatuses,
  engagementKinds,
  evidenceKinds,
  FollowUps,
  fbsObjectives,
  forums,
  governmentResponses,
  implementationStatuses,
  lineageRelations,
  markings,
  minimumStandards,
  OccurredOnBasis,
  Portfolio,
  PortfolioFilter,
  paces,
  pillars,
  Recommendations,
  RecordGovernmentResponse,
  ReviewRewording,
  receptions,
  recordStates,
  roles,
  SearchHit,
  sectionStates,
  TimelineEntry,
  tierMovements,
  tiers,
  timelineSides,
  waitingParties,
} from '@demarche/contracts';
import type { z } from 'zod';
import { builder } from '../builder.ts';
import { enumValueName } from './type-name.ts';
import { unwrapSchema } from './unwrap-schema.ts';

type Labels = Readonly<Record<string, string>>;

const vocabularies: Readonly<Record<string, Labels>> = {
  Channel: channels,
  ClosureReason: closureReasons,
  CommitmentForce: commitmentForces,
  CommitmentKind: commitmentKinds,
  CommitmentState: commitmentStates,
  DeliveryForm: deliveryForms,
  DeliveryStatus: deliveryStatuses,
  EngagementKind: engagementKinds,
  EvidenceKind: evidenceKinds,
  FbsObjective: fbsObjectives,
  Forum: forums,
  GovernmentResponse: governmentResponses,
  ImplementationStatus: implementationStatuses,
  LineageRelation: lineageRelations,
  Marking: markings,
  MinimumStandard: minimumStandards,
  Pace: paces,
  Pillar: pillars,
  Reception: receptions,
  RecordState: recordStates,
  Role: roles,
  SectionState: sectionStates,
  Tier: tiers,
  TierMovement: tierMovements,
  TimelineSide: timelineSides,
  WaitingParty: waitingParties,
};

const codesOf = (schema: z.ZodType): readonly string[] =>
  (unwrapSchema(schema).schema as z.ZodEnum).options.map(String);

const only = (labels: Labels, codes: readonly string[]): Labels =>
  Object.fromEntries(codes.map((code) => [code, labels[code] ?? '']));

const unlabelled = (codes: readonly string[]): Labels => Object.fromEntries(codes.map((code) => [code, '']));

const timelineKinds = TimelineEntry.options.map((option) => option.shape.kind.value);

const choices: Readonly<Record<string, Labels>> = {
  AssessedStatus: only(implementationStatuses, codesOf(AssessedStatus)),
  AttentionCode: unlabelled(codesOf(Attention.shape.code)),
  CountryNeed: unlabelled(codesOf(PortfolioFilter.shape.needs)),
  CountrySort: unlabelled(codesOf(Portfolio.arguments.shape.sort)),
  DueItemKind: unlabelled(codesOf(DueItem.shape.kind)),
  FollowUpState: unlabelled(codesOf(unwrapFilter(FollowUps.arguments.shape.filter).state)),
  GivenResponse: only(governmentResponses, codesOf(RecordGovernmentResponse.input.shape.response)),
  OccurredOnBasis: unlabelled(codesOf(OccurredOnBasis)),
  RecommendationSort: unlabelled(codesOf(Recommendations.arguments.shape.sort)),
  RewordingDecision: unlabelled(codesOf(ReviewRewording.input.shape.decision)),
  SearchHitKind: unlabelled(codesOf(SearchHit.shape.kind)),
  TimelineKind: unlabelled(timelineKinds),
};

function unwrapFilter<Shape extends z.ZodRawShape>(filter: z.ZodPrefault<z.ZodObject<Shape>>): Shape {
  return filter.unwrap().shape;
}

/** Codes that begin with a digit: `1.1` as `OBJECTIVE_1_1`, `4(2)` as `STANDARD_4_2`. */
const prefixes: Readonly<Record<string, string>> = { FbsObjective: 'OBJECTIVE', MinimumStandard: 'STANDARD' };

const defineEnum = (name: string, labels: Labels) =>
  builder.enumType(name, {
    values: Object.fromEntries(
      Object.entries(labels).map(([code, label]) => [
        enumValueName(code, prefixes[name] ?? ''),
        { value: code, ...(label === '' ? {} : { description: label }) },
      ]),
    ),
  });

type EnumType = ReturnType<typeof defineEnum>;

const keyOf = (codes: readonly string[]): string => codes.toSorted().join(' ');

const enums = new Map<string, EnumType>();
const byName = new Map<string, EnumType>();

for (const [name, labels] of Object.entries({ ...vocabularies, ...choices })) {
  const type = defineEnum(name, labels);
  enums.set(keyOf(Object.keys(labels)), type);
  byName.set(name, type);
}

/** The enum with exactly these codes. */
export const enumOf = (codes: readonly string[]): EnumType => {
  const type = enums.get(keyOf(codes));
  if (!type) throw new Error(`No enum is named for the codes ${codes.join(', ')}: name it in enums.ts`);
  return type;
};

export const enumNamed = (name: string): EnumType => {
  const type = byName.get(name);
  if (!type) throw new Error(`There is no enum ${name}`);
  return type;
};
