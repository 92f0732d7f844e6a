import type {
  ActionId,
  AssessmentSignedOff,
  ConcreteActionRecorded,
  ConcreteActionWithdrawn,
  CountryReportCorrected,
  CountryReportPublished,
  CountryReportRewordingReceived,
  EntryId,
  EntryWithdrawn,
  ImplementationAssessed,
  RecommendationClosed,
  RewordingId,
  RewordingReviewed,
} from '@demarche/contracts';
import { ines, kaldara, maya, recruitmentFees, report2026, shelters, tomas } from '@demarche/testing';
import type { ActionOnRecord } from '../concrete-action/concrete-action.ts';

export const reportPublished = (changes: Partial<CountryReportPublished['data']> = {}): CountryReportPublished => ({
  type: 'CountryReportPublished',
  data: {
    reportId: report2026,
    country: kaldara,
    countryName: 'Kaldara',
    reportYear: 2026,
    occurredOn: '2026-06-30',
    occurredOnBasis: 'statutory',
    tier: {
      value: 'tier-2',
      movement: 'remained',
      consecutiveYears: null,
      waiver: false,
      heading: null,
      sentence: null,
    },
    section: 'complete',
    recommendations: [
      {
        reference: recruitmentFees,
        ordinal: 1,
        text: 'Enact a law that forbids charging recruitment fees.',
        pillars: ['prosecution'],
      },
      { reference: shelters, ordinal: 2, text: 'Fund shelters outside the capital.', pillars: ['protection'] },
    ],
    source: { address: null, fileName: null, sha256: null },
    amendments: [],
    publishedBy: ines,
    ...changes,
  },
});

/** The report as it should have been. */
export const reportCorrected = (changes: Partial<CountryReportCorrected['data']> = {}): CountryReportCorrected => {
  const {
    countryName: _name,
    source: _source,
    amendments: _amendments,
    publishedBy,
    ...report
  } = reportPublished().data;
  return {
    type: 'CountryReportCorrected',
    data: { ...report, reason: 'The file was read wrongly.', correctedBy: publishedBy, ...changes },
  };
};

export const gazette: ActionId = 'ACT-7F3K-2Q9X' as ActionId;

/** The embassy reported what stands in the gazette. */
export const actionRecorded = (changes: Partial<ConcreteActionRecorded['data']> = {}): ConcreteActionRecorded => ({
  type: 'ConcreteActionRecorded',
  data: {
    actionId: gazette,
    country: kaldara,
    occurredOn: '2026-08-14',
    description: 'The law was published.',
    responsibleBody: 'Ministry of Labour',
    evidence: [{ kind: 'official_gazette', reference: 'Gazette 112', address: null, publishedOn: '2026-08-14' }],
    recommendations: [recruitmentFees],
    reportedBy: maya,
    ...changes,
  },
});

export const actionWithdrawn = (): ConcreteActionWithdrawn => ({
  type: 'ConcreteActionWithdrawn',
  data: {
    actionId: gazette,
    country: kaldara,
    occurredOn: '2026-11-21',
    reason: 'It was the draft that was published, not the law.',
    withdrawnBy: maya,
  },
});

/** An action of the reporting period 2026, against the first recommendation, reported by the embassy, with evidence. */
export const actionOnRecord = (
  changes: Partial<Extract<ActionOnRecord, { status: 'recorded' }>> = {},
): ActionOnRecord => {
  const { reportedBy, ...action } = actionRecorded().data;
  return { status: 'recorded', ...action, reporter: reportedBy.id, ...changes };
};

export const assessed = (changes: Partial<ImplementationAssessed['data']> = {}): ImplementationAssessed => ({
  type: 'ImplementationAssessed',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    assessmentId: 'XKD-2026-01-A1' as EntryId,
    occurredOn: '2026-09-01',
    reportingPeriod: 2026,
    status: 'implemented',
    rationale: 'The law is in force.',
    basis: { kind: 'concrete_actions', actions: [gazette] },
    assessedBy: ines,
    ...changes,
  },
});

export const firstAssessment = 'XKD-2026-01-A1' as EntryId;
export const firstClosure = 'XKD-2026-01-C1' as EntryId;

export const signedOff = (assessmentId = firstAssessment): AssessmentSignedOff => ({
  type: 'AssessmentSignedOff',
  data: { reference: recruitmentFees, country: kaldara, assessmentId, occurredOn: '2026-11-21', signedOffBy: tomas },
});

export const closed = (changes: Partial<RecommendationClosed['data']> = {}): RecommendationClosed => ({
  type: 'RecommendationClosed',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    closureId: firstClosure,
    occurredOn: '2026-11-01',
    reason: 'closed_implemented',
    explanation: 'The law is in force.',
    closedBy: ines,
    ...changes,
  },
});

export const entryWithdrawn = (entryId: EntryId, withdrawnBy = ines): EntryWithdrawn => ({
  type: 'EntryWithdrawn',
  data: {
    reference: recruitmentFees,
    country: kaldara,
    entryId,
    occurredOn: '2026-11-21',
    reason: 'It was meant for another recommendation.',
    withdrawnBy,
  },
});

export const firstRewording = 'XKD-2026-W1' as RewordingId;

/** What another text of the report asks for: the first recommendation in other words. */
export const rewordedItems = [
  { text: 'Enact and enforce a law that forbids charging recruitment fees.', pillars: [] },
  { text: 'Fund shelters outside the capital.', pillars: ['protection' as const] },
];

export const rewordingReceived = (
  changes: Partial<CountryReportRewordingReceived['data']> = {},
): CountryReportRewordingReceived => ({
  type: 'CountryReportRewordingReceived',
  data: {
    reportId: report2026,
    country: kaldara,
    reportYear: 2026,
    rewordingId: firstRewording,
    occurredOn: '2026-11-21',
    tier: reportPublished().data.tier,
    section: 'complete',
    recommendations: rewordedItems.map((item, index) => ({
      ...item,
      ordinal: index + 1,
      reference: index ? shelters : recruitmentFees,
    })),
    source: { address: null, fileName: null, sha256: null },
    amendments: [],
    receivedBy: ines,
    ...changes,
  },
});

export const rewordingReviewed = (decision: 'adopted' | 'dismissed'): RewordingReviewed => ({
  type: 'RewordingReviewed',
  data: {
    reportId: report2026,
    country: kaldara,
    rewordingId: firstRewording,
    occurredOn: '2026-11-21',
    decision,
    reason: 'Checked against the printed report.',
    reviewedBy: ines,
  },
});
