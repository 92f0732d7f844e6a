import type {
  ActionId,
  CommandId,
  CountryCode,
  CountryReportPublished,
  EntryId,
  ImplementationAssessed,
  IsoDate,
  Officer,
  RecommendationReference,
  ReportId,
} from '@demarche/contracts';
import type { ActionOnRecord } from './concrete-action/concrete-action.ts';

/** Kaldara does not exist. Its report of 2026 asks for two things. */
export const kaldara = 'XKD' as CountryCode;
export const report2026 = 'XKD-2026' as ReportId;
export const recruitmentFees = 'XKD-2026-01' as RecommendationReference;
export const shelters = 'XKD-2026-02' as RecommendationReference;

export const ines: Officer = {
  id: 'ines.okafor',
  name: 'Ines Okafor',
  role: 'rpa_lead',
  post: 'Reports and Political Affairs',
};
export const tomas: Officer = {
  id: 'tomas.lind',
  name: 'Tomas Lind',
  role: 'rpa_lead',
  post: 'Reports and Political Affairs',
};
export const maya: Officer = {
  id: 'maya.reyes',
  name: 'Maya Reyes',
  role: 'embassy_officer',
  post: 'Embassy Kald City',
};

/** Who commands, when, and under which key. */
export const by = (officer: Officer, today: IsoDate = '2026-11-21') => ({
  commandId: '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07' as CommandId,
  officer,
  today,
});

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

export const gazette: ActionId = 'ACT-7F3K-2Q9X' as ActionId;

/** An action of the reporting period 2026, against the first recommendation, reported by the embassy, with evidence. */
export const actionOnRecord = (
  changes: Partial<Extract<ActionOnRecord, { status: 'recorded' }>> = {},
): ActionOnRecord => ({
  status: 'recorded',
  actionId: gazette,
  country: kaldara,
  occurredOn: '2026-08-14',
  description: 'The law was published.',
  responsibleBody: 'Ministry of Labour',
  evidence: [{ kind: 'official_gazette', reference: 'Gazette 112', address: null, publishedOn: '2026-08-14' }],
  recommendations: [recruitmentFees],
  reporter: maya.id,
  ...changes,
});

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
