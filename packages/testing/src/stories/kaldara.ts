import type {
  CommandId,
  CommitmentId,
  CountryCode,
  EngagementId,
  IsoDate,
  Officer,
  RecommendationReference,
  ReportId,
} from '@demarche/contracts';

/** Kaldara and Norvia do not exist. Kaldara’s report of 2026 asks for two things, Norvia’s for one. */
export const kaldara = 'XKD' as CountryCode;
export const norvia = 'XNV' as CountryCode;
export const report2026 = 'XKD-2026' as ReportId;
export const recruitmentFees = 'XKD-2026-01' as RecommendationReference;
export const shelters = 'XKD-2026-02' as RecommendationReference;
export const norvianInspectors = 'XNV-2026-01' as RecommendationReference;
export const known: ReadonlySet<RecommendationReference> = new Set([recruitmentFees, shelters, norvianInspectors]);

/** The meeting with Kaldara’s Minister of Labour, and what she promised in it. */
export const meeting = 'ENG-7F3K-2Q9X' as EngagementId;
export const promise1 = 'ENG-7F3K-2Q9X-P1' as CommitmentId;

const leads = { role: 'rpa_lead', post: 'Reports and Political Affairs' } as const;
export const ines: Officer = { id: 'ines.okafor', name: 'Ines Okafor', ...leads };
export const tomas: Officer = { id: 'tomas.lind', name: 'Tomas Lind', ...leads };
export const maya: Officer = {
  id: 'maya.reyes',
  name: 'Maya Reyes',
  role: 'embassy_officer',
  post: 'Embassy Kald City',
};
export const omar: Officer = {
  id: 'omar.haddad',
  name: 'Omar Haddad',
  role: 'multilateral_officer',
  post: 'Multilateral Affairs',
};

/** Who commands, when, and under which key. */
export const by = (officer: Officer, today: IsoDate = '2026-11-21') => ({
  commandId: '5a1c0f7e-93b4-4d0e-8f62-3b8a2c9d1e07' as CommandId,
  officer,
  today,
});
