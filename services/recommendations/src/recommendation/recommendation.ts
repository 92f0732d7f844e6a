import {
  type ActionId,
  type AssessedStatus,
  type AssessmentSignedOff,
  type CountryReportCorrected,
  type CountryReportPublished,
  type EntryId,
  type EntryWithdrawn,
  type GovernmentResponseRecorded,
  type ImplementationAssessed,
  type IsoDate,
  type PaceNoted,
  type RecommendationClosed,
  type RecommendationReference,
  type RecommendationTagged,
  type ReportingPeriod,
  reportOfRecommendation,
  type StreamName,
  streamName,
} from '@demarche/contracts';

/** What happens to a recommendation after it was issued; the events of its own stream. */
export type RecommendationEvent =
  | GovernmentResponseRecorded
  | ImplementationAssessed
  | AssessmentSignedOff
  | RecommendationClosed
  | PaceNoted
  | RecommendationTagged
  | EntryWithdrawn;

/** What its report says of it; a recommendation is born there and has no birth event of its own. */
export type OriginEvent = CountryReportPublished | CountryReportCorrected;

export type Recommendation =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'issued' } & RecommendationRecord)
  /** A correction of the report left it out. */
  | ({ readonly status: 'withdrawn' } & RecommendationRecord);

export interface RecommendationRecord {
  readonly reference: RecommendationReference;
  readonly issuedOn: IsoDate;
  readonly issuedOnBasis: 'stated' | 'statutory';
  /** Everything that can be withdrawn one by one, in the order in which it was recorded. */
  readonly entries: readonly Entry[];
  readonly pillars: readonly string[];
  readonly standards: readonly string[];
}

export type Entry = ResponseEntry | AssessmentEntry | ClosureEntry;

interface EntryOf<Kind extends string> {
  readonly kind: Kind;
  readonly entryId: EntryId;
  readonly occurredOn: IsoDate;
  readonly withdrawn: boolean;
}
type ResponseEntry = EntryOf<'response'>;
export type ClosureEntry = EntryOf<'closure'>;
export interface AssessmentEntry extends EntryOf<'assessment'> {
  readonly status: AssessedStatus;
  readonly reportingPeriod: ReportingPeriod;
  readonly assessor: string;
  /** The actions it names; none where it rests on the finding that there were none. */
  readonly restsOn: readonly ActionId[];
  readonly signedOff: boolean;
}

export const unknownRecommendation: Recommendation = { status: 'unknown' };

export const recommendationStream = (reference: RecommendationReference): StreamName =>
  streamName('recommendation', reference);

/** The stream in which it was born. */
export const originOf = (reference: RecommendationReference): StreamName =>
  streamName('countryReport', reportOfRecommendation(reference));

/** Folds the history of one recommendation: first its report's stream, then its own. */
export const evolveRecommendation =
  (reference: RecommendationReference) =>
  (state: Recommendation, event: RecommendationEvent | OriginEvent): Recommendation => {
    if (event.type === 'CountryReportPublished' || event.type === 'CountryReportCorrected') {
      return issued(reference, state, event);
    }
    return state.status === 'unknown' ? state : { ...state, ...changed(state, event) };
  };

const issued = (reference: RecommendationReference, state: Recommendation, { data }: OriginEvent): Recommendation => {
  const item = data.recommendations.find((recommendation) => recommendation.reference === reference);
  if (!item) return state.status === 'unknown' ? state : { ...state, status: 'withdrawn' };
  return {
    status: 'issued',
    reference,
    issuedOn: data.occurredOn,
    issuedOnBasis: data.occurredOnBasis,
    entries: [],
    pillars: item.pillars,
    standards: [],
  };
};

const changed = (record: RecommendationRecord, event: RecommendationEvent): Partial<RecommendationRecord> => {
  switch (event.type) {
    case 'GovernmentResponseRecorded':
      return added(record, { kind: 'response', entryId: event.data.responseId, ...dated(event.data) });
    case 'ImplementationAssessed':
      return added(record, assessmentEntry(event.data));
    case 'RecommendationClosed':
      return added(record, { kind: 'closure', entryId: event.data.closureId, ...dated(event.data) });
    case 'AssessmentSignedOff':
      return amended(record, event.data.assessmentId, { signedOff: true });
    case 'EntryWithdrawn':
      return amended(record, event.data.entryId, { withdrawn: true });
    case 'RecommendationTagged':
      return { pillars: event.data.pillars, standards: event.data.standards };
    case 'PaceNoted':
      return {};
  }
};

const dated = ({ occurredOn }: { readonly occurredOn: IsoDate }) => ({ occurredOn, withdrawn: false });

const assessmentEntry = (data: ImplementationAssessed['data']): AssessmentEntry => ({
  kind: 'assessment',
  entryId: data.assessmentId,
  ...dated(data),
  status: data.status,
  reportingPeriod: data.reportingPeriod,
  assessor: data.assessedBy.id,
  restsOn: data.basis.kind === 'concrete_actions' ? data.basis.actions : [],
  signedOff: false,
});

const added = ({ entries }: RecommendationRecord, entry: Entry) => ({ entries: [...entries, entry] });

const amended = ({ entries }: RecommendationRecord, entryId: EntryId, change: object) => ({
  entries: entries.map((entry) => (entry.entryId === entryId ? { ...entry, ...change } : entry)),
});
